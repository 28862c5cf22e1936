// Comforts; everything works without them.

// Light or dark: what the system says, until the reader chooses. The page's own first script has set it already.
{
  const choices = [...document.querySelectorAll("[name=__palette]")]
  const dark = matchMedia("(prefers-color-scheme: dark)")
  const chosen = () => { try { return localStorage.getItem("dalil.scheme") } catch { return null } }
  function wear(scheme) {
    if (document.body.dataset.mdColorScheme !== scheme) document.body.dataset.mdColorScheme = scheme
    for (const choice of choices) {
      choice.checked = choice.dataset.mdColorScheme === scheme
      choice.nextElementSibling.hidden = !choice.checked
    }
  }
  for (const choice of choices) choice.addEventListener("change", () => {
    wear(choice.dataset.mdColorScheme)
    try { localStorage.setItem("dalil.scheme", choice.dataset.mdColorScheme) } catch { /* for this page alone, then */ }
  })
  dark.addEventListener("change", () => chosen() || wear(dark.matches ? "slate" : "default"))
  wear(document.body.dataset.mdColorScheme)
}

// The entry of the section being read, in the list of contents; the language switcher leads to it.
{
  const links = [...document.querySelectorAll(".md-nav--secondary a[href^='#']")]
  const heads = [...new Set(links.map((link) => document.getElementById(link.hash.slice(1))))].filter(Boolean)
  const read = () => heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3).at(-1)
  const follow = () => {
    const at = read()
    for (const link of links) link.classList.toggle("md-nav__link--active", link.hash === `#${at?.id}`)
  }
  const watch = new IntersectionObserver(follow, { rootMargin: "0px 0px -67% 0px" })
  for (const head of heads) watch.observe(head)

  // What is asked of a page stands in its address, and goes along.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.md-select__link, .languages a")
    if (!link) return
    link.search = location.search
    link.hash = location.hash || (scrollY > innerHeight / 3 && read()?.id) || ""
  }, true)
}

// A button to copy a ready citation; in a card or a part that opens, when it opens.
if (navigator.clipboard) {
  const label = { ar: ["انسخ", "نُسخ"], en: ["Copy", "Copied"], fr: ["Copier", "Copié"] }[document.documentElement.lang]
  function offer(texts) {
    for (const text of texts) {
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
  offer(document.querySelectorAll(".reference .copy:not([popover] *, details *)"))
  document.addEventListener("toggle", ({ target }) => offer(target.querySelectorAll(".reference .copy:only-child")), true)
}
