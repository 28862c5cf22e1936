// What is wrong with the side notes: their order from above to below, and their place beside the text.
() => {
  const found = []
  const notes = [...document.querySelectorAll(".notes > span")].map((note) => [note, note.getBoundingClientRect()])
  const text = document.querySelector("article p:has(.chip)").getBoundingClientRect()
  notes.forEach(([note, box], i) => {
    const name = note.textContent.trim().slice(0, 30)
    if (box.height < 10) return found.push(`hidden: ${name}`)
    if (box.left < 0 || box.right > document.documentElement.clientWidth) found.push(`outside: ${name}`)
    if (box.left < text.right - 1 && box.right > text.left + 1) found.push(`over the text: ${name}`)
    if (i && box.top < notes[i - 1][1].bottom - 1) found.push(`above the one before: ${name}`)
  })
  return notes.length ? found.slice(0, 5) : ["no side note"]
}
