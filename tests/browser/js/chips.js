// Chips that are too small for a finger, say too little to who cannot see them, or open nothing.
() => [...document.querySelectorAll("button.chip")].map((chip) => {
  const box = chip.getBoundingClientRect()
  const name = (chip.getAttribute("aria-label") || "").trim()
  const number = (chip.textContent.match(/\d+\s*$/) || [""])[0]
  const target = document.getElementById(chip.getAttribute("popovertarget"))
  const faults = []
  if (box.width < 23.99 || box.height < 23.99) faults.push(`${box.width} × ${box.height} px`)
  if (!name.includes(number) || !/\d+.{0,3}: *.{3}|: .{3}/.test(name)) faults.push(`named ${name}`)
  if (!target || !target.matches("li[popover]")) faults.push("opens no item of the list")
  return faults.length ? `${chip.id}: ${faults.join(", ")}` : ""
}).filter(Boolean)
