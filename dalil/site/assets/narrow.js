// Narrowing entries by words and facets. The choice stands in the address: Back undoes it, and a link keeps it.
// `code(entry, facet)` says what an entry is, `words(entry)` what is searched in it; `show(wanted, narrow)` draws the
// page for what is asked, where `narrow(entries)` hides those that do not fit. `more` names what else can be asked.
function narrowing(form, { code, words, show, more = [] }) {
  const facets = [...form.querySelectorAll("select")].map((select) => select.name)
  const fields = ["q", ...facets]

  const options = facets.flatMap((facet) => [...form.elements[facet].options])
  const counts = options.map((option) => option.textContent)
  let state

  // A link within the page, as to a year or to a source, keeps what was asked.
  function asked() {
    if (!/^#[^=]+$/.test(location.hash)) state = new URLSearchParams(location.hash.slice(1))
    return Object.fromEntries([...(state ?? [])].filter(([name]) => [...fields, ...more].includes(name)))
  }

  const chosen = () => Object.fromEntries(fields.map((name) => [name, form.elements[name].value]))

  // What an entry must hold: for each word one of its forms, and the value of each facet.
  function test({ q = "", ...wanted }) {
    const terms = Forms.words(q).map((word) => [...Forms.firm(word), ...Forms.loose(word).filter((form) => form.length > 3)])
    const values = Object.entries(wanted).filter(([name]) => facets.includes(name))
    return (entry, except) => {
      entry.folded ??= Forms.fold(words(entry))
      return terms.every((forms) => forms.some((form) => entry.folded.includes(form)))
        && values.every(([facet, value]) => facet === except || code(entry, facet) === value)
    }
  }

  // How many entries each value would leave, the other choices kept.
  function count(entries, fits) {
    for (const facet of facets) {
      const numbers = new Map()
      for (const entry of entries) if (fits(entry, facet)) numbers.set(code(entry, facet), (numbers.get(code(entry, facet)) ?? 0) + 1)
      for (const option of form.elements[facet].options) {
        const number = numbers.get(option.value) ?? 0
        if (option.value) option.textContent = `${option.dataset.name} (${number})`
        option.hidden = Boolean(option.value) && !number && !option.selected
      }
    }
  }

  // As the page came: every value, and of how many entries.
  function recount() {
    options.forEach((option, place) => Object.assign(option, { textContent: counts[place], hidden: false }))
  }

  function draw() {
    const wanted = asked()
    recount()
    for (const name of fields) form.elements[name].value = wanted[name] ?? ""
    return show(wanted, (entries) => {
      const fits = test(wanted)
      for (const entry of entries) entry.hidden = !fits(entry)
      count(entries, fits)
    })
  }

  function ask(wanted, how = "pushState") {
    const state = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString()
    history[how](null, "", state ? `#${state}` : location.pathname + location.search)
    return draw()
  }

  // Back undoes a choice or a whole search, not a letter.
  form.addEventListener("input", ({ target }) => ask(chosen(), target.name === "q" && asked().q ? "replaceState" : "pushState"))
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("reset", (event) => {
    event.preventDefault()
    ask({})
  })
  addEventListener("popstate", draw)
  draw()
  return ask
}

// "Shown: 12 of 80", in the words that the page brings.
function tell(status, shown) {
  status.textContent = status.dataset.count.replace("{shown}", shown).replace("{total}", status.dataset.total)
}
