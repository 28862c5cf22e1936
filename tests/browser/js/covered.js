// Where the focus is in the drawer: the link's address, and whether it is what a reader sees there. Null elsewhere.
async () => {
  const link = document.activeElement
  if (!link.closest(".md-sidebar--primary")) return null
  // Those that follow the time: one that follows a table being scrolled never ends.
  const running = document.getAnimations().filter((animation) => animation.timeline === document.timeline)
  await Promise.all(running.map((animation) => animation.finished))
  const at = link.getBoundingClientRect()
  // The browser scrolls no further than to a part of it.
  const top = document.elementFromPoint(at.left + at.width / 2, at.top + 8)
  return [link.getAttribute("href"), link.contains(top)]
}
