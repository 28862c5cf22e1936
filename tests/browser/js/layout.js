// What of the page's text cannot be seen: letters beyond the edges of the page, and whether it scrolls sideways.
// Text inside a box that scrolls by itself is reachable, and is left out.
() => {
  const found = []
  const page = document.scrollingElement
  const wide = document.documentElement.clientWidth
  if (page.scrollWidth > wide) found.push(`the page scrolls sideways: ${page.scrollWidth} > ${wide}`)
  const scrolls = (element) => {
    for (let e = element; e && e !== document.body; e = e.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth) return true
    }
    return false
  }
  const range = document.createRange()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() && found.length < 5) {
    const node = walker.currentNode
    const parent = node.parentElement
    if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    // The drawer waits beside the page, the skip link above it.
    if (!parent.closest("main, article, footer, .md-header__title, .md-tabs") || parent.closest(".md-sidebar")) continue
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.width > 1 && (box.left < -0.5 || box.right > wide + 0.5) && !scrolls(parent)) {
        found.push(`cut: ${node.data.trim().slice(0, 40)} (${Math.round(box.left)}…${Math.round(box.right)} of ${wide})`)
        break
      }
    }
  }
  return found
}
