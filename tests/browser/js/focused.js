// Name and faults of what has the focus; null where nothing has it.
() => {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const text = (element.getAttribute("aria-label") || element.textContent).trim().slice(0, 20)
  const name = `${element.tagName.toLowerCase()}.${element.className}#${element.id} ${text}`
  const faults = []
  const seen = { visibilityProperty: true, opacityProperty: true }
  // A switch that is drawn by its label shows the focus there.
  const label = element.matches("input[type=radio], input[type=checkbox]") ? element.nextElementSibling : null
  const drawn = label?.matches("label") && !element.checkVisibility(seen) ? label : element
  const box = drawn.getBoundingClientRect()
  const style = getComputedStyle(drawn)
  const outside = box.right < 1 || box.bottom < 1 || box.left > innerWidth - 1 || box.top > innerHeight - 1
  if (box.width < 1 || box.height < 1 || !drawn.checkVisibility(seen)) faults.push("not visible")
  else if (outside) faults.push("outside the screen")
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
  if (!outlined && style.boxShadow === "none") faults.push("no sign of focus")
  return [name, faults.join(", ")]
}
