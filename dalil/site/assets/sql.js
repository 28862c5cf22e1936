// Questions in SQL, answered in the reader's own browser. SQLite and the data are loaded when first needed.
{
  const form = document.querySelector("[data-sql]")
  const said = form.querySelector("template").dataset
  const [place, status, statement, save] = [document.querySelector(".answer"), form.querySelector("[role=status]"), form.elements.statement, form.elements.download]
  const AT_MOST = 500
  let base, answer

  function script(address) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script")
      Object.assign(element, { src: address, onload: resolve, onerror: reject })
      document.head.append(element)
    })
  }

  async function open() {
    const { engine, database } = form.dataset
    const [file] = await Promise.all([fetch(database), script(`${engine}/sql-wasm.js`)])
    if (!file.ok) throw new Error(file.statusText)
    const SQL = await initSqlJs({ locateFile: (name) => `${engine}/${name}` })
    return new SQL.Database(new Uint8Array(await file.arrayBuffer()))
  }

  const element = (name, text, given = {}) => Object.assign(document.createElement(name), { textContent: text ?? "", ...given })

  function table({ columns, values }) {
    const result = element("table", "", { className: "rows" })
    const head = result.createTHead().insertRow()
    head.append(...columns.map((name) => element("th", name, { scope: "col", dir: "ltr" })))
    const body = result.createTBody()
    for (const row of values.slice(0, AT_MOST)) body.insertRow().append(...row.map((value) => element("td", value, { dir: "auto" })))
    const region = element("div", "", { className: "region", tabIndex: 0, role: "region", ariaLabel: said.result })
    region.append(result)
    return region
  }

  function tell({ values }) {
    const words = values.length > AT_MOST ? said.cut : said.count
    return words.replace("{count}", values.length).replace("{shown}", AT_MOST)
  }

  async function run() {
    place.replaceChildren()
    save.hidden = true
    status.textContent = said.busy
    try {
      base ??= open()
      await base
    } catch (error) {
      base = undefined
      status.textContent = said.failed
      throw error
    }
    try {
      answer = (await base).exec(statement.value).at(-1)
      status.textContent = answer ? tell(answer) : said.done
      if (answer) place.append(table(answer))
      save.hidden = !answer
    } catch (error) {
      // SQLite's own words, which are English.
      status.replaceChildren(element("span", error.message, { lang: "en", dir: "ltr" }))
    }
  }

  // A question from the address, not yet asked: an answer that stands there is another's.
  function recall() {
    statement.value = new URLSearchParams(location.hash.slice(1)).get("sql") ?? document.querySelector(".questions code").textContent
    place.replaceChildren()
    status.textContent = ""
    save.hidden = true
  }

  function ask(sql) {
    statement.value = sql
    history.pushState(null, "", `#${new URLSearchParams({ sql })}`)
    return run()
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    ask(statement.value)
  })
  save.addEventListener("click", () => saveCsv([answer.columns, ...answer.values], "dalil-sql.csv"))
  addEventListener("popstate", recall)
  if (location.protocol === "file:") {
    for (const part of form.children) part.hidden = part !== status
    status.textContent = said.folder
  } else {
    for (const sample of document.querySelectorAll(".questions button")) {
      sample.hidden = false
      sample.addEventListener("click", () => {
        ask(sample.closest("li").querySelector("code").textContent)
        form.scrollIntoView()
      })
    }
    recall()
  }
}
