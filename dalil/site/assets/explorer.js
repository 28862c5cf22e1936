// Narrowing the table of facts. The page holds a part of the rows; all of them come when they are first asked for.
{
  const form = document.querySelector("[data-explorer]")
  const table = document.querySelector("table.explorer")
  const [body, parts, status] = [table.tBodies[0], document.querySelector(".parts"), form.querySelector("[role=status]")]
  const headings = [...table.querySelectorAll("th")]
  const facets = Object.fromEntries([...form.querySelectorAll("select")].map((select) => [select.name, headings.findIndex((th) => th.dataset.facet === select.name)]))
  const { columns, documents } = JSON.parse(document.getElementById("documents").textContent)
  const part = body.innerHTML
  let all, csv

  const rows = () => [...body.rows]
  const visible = () => rows().filter((row) => !row.hidden)
  const code = (row, facet) => row.cells[facets[facet]].dataset.code

  // A classic script, since a page from a folder may not fetch.
  function script(src) {
    return new Promise((resolve, reject) => {
      document.head.append(Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject }))
    })
  }

  // What a row must hold: for each word one of its forms, and the value of each facet.
  function test({ q = "", all: _, ...wanted }) {
    const words = Forms.words(q).map(Forms.firm)
    return (row, except) => {
      row.folded ??= Forms.fold([...row.cells].filter((cell) => !cell.dataset.code).map((cell) => cell.textContent).join(" "))
      return words.every((forms) => forms.some((form) => row.folded.includes(form)))
        && Object.entries(wanted).every(([facet, value]) => facet === except || code(row, facet) === value)
    }
  }

  // How many rows each value would leave, the other choices kept.
  function count(fits) {
    for (const facet of Object.keys(facets)) {
      const numbers = new Map()
      for (const row of rows()) if (fits(row, facet)) numbers.set(code(row, facet), (numbers.get(code(row, facet)) ?? 0) + 1)
      for (const option of form.elements[facet].options) {
        const number = numbers.get(option.value) ?? 0
        if (option.value) option.textContent = `${option.dataset.name} (${number})`
        option.hidden = Boolean(option.value) && !number && !option.selected
      }
    }
  }

  const asked = () => Object.fromEntries([...new URLSearchParams(location.hash.slice(1))].filter(([name]) => name in facets || ["q", "all"].includes(name)))

  async function show() {
    const wanted = asked()
    for (const name of ["q", ...Object.keys(facets)]) form.elements[name].value = wanted[name] ?? ""
    const whole = Object.keys(wanted).length > 0
    if (whole) await (all ??= script("rows.js"))
    if (whole && !body.whole) body.innerHTML = ROWS
    if (!whole && body.whole) body.innerHTML = part
    body.whole = whole
    if (whole) {
      const fits = test(wanted)
      for (const row of rows()) row.hidden = !fits(row)
      count(fits)
    }
    if (parts) parts.hidden = whole
    form.elements.all.hidden = whole || !parts
    status.textContent = status.dataset.count.replace("{shown}", visible().length).replace("{total}", status.dataset.total)
  }

  function ask(wanted, how = "pushState") {
    const state = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString()
    history[how](null, "", state ? `#${state}` : location.pathname + location.search)
    return show()
  }

  const chosen = () => Object.fromEntries(["q", ...Object.keys(facets)].map((name) => [name, form.elements[name].value]))

  async function download() {
    await (csv ??= script("../assets/csv.js"))
    const lines = visible().map((row) => {
      const document = code(row, "document")
      return [row.dataset.fact, ...[...row.cells].map((cell) => cell.textContent), document, ...documents[document], row.querySelector("a").href]
    })
    const [fact, ...source] = columns
    const head = [fact, ...headings.map((th) => th.textContent), ...source]
    saveCsv([head, ...lines], "dalil-facts.csv")
  }

  // Back undoes a choice or a whole search, not a letter.
  form.addEventListener("input", ({ target }) => ask(chosen(), target.name === "q" && asked().q ? "replaceState" : "pushState"))
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("reset", (event) => {
    event.preventDefault()
    ask({})
  })
  form.elements.all.addEventListener("click", () => ask({ all: 1 }))
  form.elements.download.addEventListener("click", download)
  addEventListener("popstate", show)
  show()
}
