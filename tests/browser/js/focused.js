// Name and faults of what has the focus; null where nothing has it.
() => {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const box = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  const name = `${element.tagName.toLowerCase()}.${element.className}#${element.id} ${element.textContent.trim().slice(0, 20)}`
  const faults = []
  if (box.width < 1 || box.height < 1 || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) faults.push("not visible")
  else if (box.right < 1 || box.bottom < 1 || box.left > innerWidth - 1 || box.top > innerHeight - 1) faults.push("outside the screen")
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
  if (!outlined && style.boxShadow === "none") faults.push("no sign of focus")
  if (!element.matches(":focus-visible")) faults.push("not focus-visible")
  return [name, faults.join(", ")]
}
