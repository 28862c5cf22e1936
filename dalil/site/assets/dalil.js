// Two comforts; everything works without them.

// The language switcher leads to the same page: add the section being read.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.md-select__link, .languages a")
  if (link && location.hash) link.hash = location.hash
}, true)

// A button to copy each ready citation.
if (navigator.clipboard) {
  const label = { ar: ["انسخ", "نُسخ"], en: ["Copy", "Copied"], fr: ["Copier", "Copié"] }[document.documentElement.lang]
  for (const text of document.querySelectorAll(".reference .copy")) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = label[0]
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent)
      button.textContent = label[1]
    })
    text.after(button)
  }
}
