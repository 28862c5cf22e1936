// The table of facts. The page holds a part of the rows; all of them come when they are first asked for.
{
  const form = document.querySelector("[data-explorer]")
  const table = document.querySelector("table.explorer")
  const [body, parts, status] = [table.tBodies[0], document.querySelector(".parts"), form.querySelector("[role=status]")]
  const headings = [...table.querySelectorAll("th")]
  const { columns, documents } = JSON.parse(document.getElementById("documents").textContent)
  const part = body.innerHTML
  let all, csv

  // Where the site is published, not where this copy of it is read.
  const home = document.querySelector("link[rel=canonical]")?.href ?? document.baseURI
  const lasting = (link) => new URL(link.getAttribute("href"), home).href

  const visible = () => [...body.rows].filter((row) => !row.hidden)
  const code = (row, facet) => row.cells[headings.findIndex((th) => th.dataset.facet === facet)].dataset.code
  const words = (row) => [...row.cells].filter((cell) => !cell.dataset.code).map((cell) => cell.textContent).join(" ")

  // A classic script, since a page from a folder may not fetch.
  function script(src) {
    return new Promise((resolve, reject) => {
      document.head.append(Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject }))
    })
  }

  async function show(wanted, narrow) {
    const whole = Object.keys(wanted).length > 0
    if (whole) await (all ??= script("rows.js"))
    if (whole && !body.whole) body.innerHTML = ROWS
    if (!whole && body.whole) body.innerHTML = part
    body.whole = whole
    if (whole) narrow([...body.rows])
    if (parts) parts.hidden = whole
    form.elements.all.hidden = whole || !parts
    tell(status, visible().length)
  }

  async function download() {
    await (csv ??= script("../assets/csv.js"))
    const lines = visible().map((row) => {
      const document = code(row, "document")
      return [row.dataset.fact, ...[...row.cells].map((cell) => cell.textContent), document, ...documents[document], lasting(row.querySelector("a"))]
    })
    const [fact, ...source] = columns
    const head = [fact, ...headings.map((th) => th.textContent), ...source]
    saveCsv([head, ...lines], "dalil-facts.csv")
  }

  const ask = narrowing(form, { code, words, show, more: ["all"] })
  form.elements.all.addEventListener("click", () => ask({ all: 1 }))
  form.elements.download.addEventListener("click", download)
}
