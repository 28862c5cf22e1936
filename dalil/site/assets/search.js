// Searching: Pagefind tells which pages hold a form of each word asked for; the rest is done here.
// It is asked for exact words only, because it answers an unknown word with those that begin a little like it.
{
  const box = document.querySelector("[data-search]")
  const said = box.querySelector("template").dataset
  const [form, status, list, more, nothing] = ["form", "[role=status]", ".results", ".more-results", ".nothing"].map((place) => box.querySelector(place))
  const [choices, years] = [form.querySelector("fieldset"), form.elements.year]
  const language = document.documentElement.lang
  const AT_ONCE = 10
  const AROUND = 14
  // A page that tells of many things comes before a page of one.
  const PRIOR = { topic: 3, document: 2, difference: 1.5, people: 1.2, notion: 1, page: 1 }
  // Too common to ask for, in one form or other.
  const COMMON = new Set("the of and in on for to by at an is are was le la les de des du et en au aux un une sur pour par dans في من على الى عن مع ان و او".split(" "))
  let pagefind, kinds, shown = 0, found = [], asked = [], turn = 0

  async function load() {
    pagefind ??= import(new URL("../pagefind/pagefind.js", document.baseURI)).then(async (module) => {
      await module.options({ ranking: { metaWeights: { title: 5, names: 8, forms: 0.3 } } })
      kinds = await labels(module)
      return module
    })
    return pagefind
  }

  // Kind and year of every page, so that results can be counted and narrowed without loading them.
  async function labels({ search }) {
    const pages = new Map()
    const values = { kind: [...choices.querySelectorAll("button")].map((button) => button.value), year: [...years.options].map((option) => option.value) }
    for (const [name, value] of Object.entries(values).flatMap(([name, all]) => all.filter(Boolean).map((value) => [name, value]))) {
      const { results } = await search(`"${name}${value}"`)
      for (const { id } of results) pages.set(id, { ...pages.get(id), [name]: value })
    }
    return pages
  }

  const scores = async (search, text) => new Map((await search(text)).results.map((result) => [result.id, result.score]))

  // The pages that hold one of these forms, with a score: how well they hold the form, and the word as it was asked.
  async function holding(forms, word) {
    const { search } = await load()
    const [pages, plain] = [new Map(), await scores(search, word)]
    for (const form of forms.map(Forms.guarded)) {
      const { results } = await search(`"${form}"`)
      const scored = results.length ? await scores(search, form) : new Map()
      for (const result of results) {
        const score = (scored.get(result.id) ?? 0) + (plain.get(result.id) ?? 0)
        if (score >= (pages.get(result.id)?.score ?? 0)) pages.set(result.id, { result, score })
      }
    }
    return pages
  }

  // A word, the forms by which it was found, and the pages that hold them. Three letters left after
  // a particle prove little: they are asked for only where nothing else is found.
  async function ask(word) {
    const sure = [...Forms.firm(word), ...Forms.loose(word).filter((form) => form.length > 3)]
    const pages = await holding(sure, word)
    return pages.size ? { forms: sure, pages } : { forms: Forms.loose(word), pages: await holding(Forms.loose(word), word) }
  }

  function meaningful(text) {
    const words = [...new Set(Forms.words(text))]
    const telling = words.filter((word) => !COMMON.has(Forms.fold(word)) && (word.length > 1 || /\d/.test(word)))
    return telling.length ? telling : words
  }

  // What a page might be called: the question whole, without its small words, without its particles.
  function names(text) {
    const telling = meaningful(text)
    const bare = telling.map((word) => Forms.loose(word).find((form) => form.length > 3) ?? word)
    return [...new Set([text, telling.join(" "), bare.join(" ")].map(Forms.nameForm).filter(Boolean))]
  }

  // Pages that hold every word, best first.
  async function find(text) {
    const answers = await Promise.all(meaningful(text).map(ask))
    const called = await holding(names(text), text)
    const [first, ...others] = answers.map(({ pages }) => pages)
    const both = [...(first ?? [])].filter(([id]) => others.every((pages) => pages.has(id)))
    const weigh = (id, score) => (called.has(id) ? 1000 : 0) + PRIOR[kinds.get(id).kind] * others.reduce((sum, pages) => sum + pages.get(id).score, score)
    const scored = both.map(([id, { result, score }]) => ({ id, result, score: weigh(id, score) }))
    return { answers, pages: scored.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1)) }
  }

  const holds = (token, forms) => Forms.words(token).some((word) => [...Forms.firm(word), ...Forms.loose(word)].some((form) => forms.includes(form)))

  // Where most of the words asked for stand close together: the place of the first, and which tokens to mark.
  function passage(tokens) {
    const hits = tokens.map((token) => asked.findIndex(({ forms }) => holds(token, forms)))
    let best = 0, most = 0
    hits.forEach((hit, place) => {
      const near = hit < 0 ? 0 : new Set(hits.slice(place, place + AROUND).filter((other) => other >= 0)).size
      if (near > most) [best, most] = [place, near]
    })
    return { place: best, hits }
  }

  function marked(token) {
    const [, word, stop] = token.match(/^(.*?)([^\p{L}\p{N}\p{M}]*)$/u)
    return [Object.assign(document.createElement("mark"), { textContent: word }), stop]
  }

  function excerpt(tokens, { place, hits }) {
    const start = Math.max(0, place - AROUND)
    const end = Math.min(tokens.length, place + 2 * AROUND)
    const parts = tokens.slice(start, end).flatMap((token, index) => (hits[start + index] < 0 ? [token, " "] : [...marked(token), " "]))
    return [start ? "… " : "", ...parts, end < tokens.length ? "…" : ""]
  }

  async function entry({ id, result }) {
    const { raw_url: path, meta, content, anchors } = await result.data()
    const tokens = content.split(/\s+/)
    const where = passage(tokens)
    const anchor = anchors.filter(({ id, location }) => id !== "top" && location <= where.place).pop()
    const [item, link, kind, text] = ["li", "a", "span", "p"].map((name) => document.createElement(name))
    link.href = path.replace(`/${language}/`, "") + (anchor && where.place ? `#${anchor.id}` : "")
    link.textContent = meta.title
    kind.textContent = choices.querySelector(`[value="${kinds.get(id).kind}"]`).textContent
    kind.className = "mark"
    text.append(...excerpt(tokens, where))
    item.append(link, " ", kind, text)
    return item
  }

  const chosen = () => choices.querySelector("[aria-pressed=true]").value
  const narrowed = () => found.filter(({ id }) => (!chosen() || kinds.get(id).kind === chosen()) && (!years.value || kinds.get(id).year === years.value))

  async function showMore(mine = turn) {
    const pages = narrowed()
    const items = await Promise.all(pages.slice(shown, shown + AT_ONCE).map(entry))
    if (mine !== turn) return
    list.append(...items)
    shown += items.length
    more.hidden = shown >= pages.length
  }

  // Each choice says how many it leaves; one that leaves none is not offered.
  function count() {
    for (const button of choices.querySelectorAll("button[value]:not([value=''])")) {
      const number = found.filter(({ id }) => kinds.get(id).kind === button.value).length
      button.dataset.count = number
      button.hidden = !number && button.value !== chosen()
    }
    const dated = new Set(found.map(({ id }) => kinds.get(id).year))
    for (const option of years.options) option.hidden = Boolean(option.value) && !dated.has(option.value) && !option.selected
    years.parentElement.hidden = !years.value && [...years.options].every((option) => option.hidden || !option.value)
    choices.hidden = !found.length
  }

  async function show() {
    const mine = ++turn
    list.replaceChildren()
    shown = 0
    count()
    const pages = narrowed()
    const query = form.elements.q.value.trim()
    status.textContent = pages.length ? said.count.replace("{count}", pages.length) : said.none.replace("{query}", query)
    nothing.hidden = pages.length > 0
    await showMore(mine)
  }

  // Words of the record that begin as the query ends, offered where nothing holds it.
  async function suggest(text) {
    const start = Forms.fold(Forms.words(text).pop() ?? "")
    const place = nothing.querySelector(".begin")
    const { results } = start.length > 2 ? await (await load()).search(start) : { results: [] }
    const pages = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()))
    const words = new Map(pages.flatMap(({ content }) => Forms.words(content)).map((word) => [Forms.fold(word), word]))
    const like = [...words].filter(([form]) => form !== start && form.startsWith(start)).slice(0, 6)
    place.querySelectorAll("a").forEach((link) => link.remove())
    place.append(...like.flatMap(([, word]) => [Object.assign(document.createElement("a"), { href: `?q=${encodeURIComponent(word)}`, textContent: word }), " "]))
    place.hidden = !like.length
  }

  async function answer() {
    const text = form.elements.q.value.trim()
    if (!text) return clear()
    status.textContent = said.busy
    box.ariaBusy = true
    const mine = ++turn
    try {
      await load()
      const { answers, pages } = await find(text)
      if (mine !== turn) return
      ;[asked, found] = [answers, pages]
      if (!pages.length) await suggest(text)
      await show()
      box.ariaBusy = false
    } catch (error) {
      if (mine === turn) fail(said.failed)
      throw error
    }
  }

  function clear() {
    turn++
    list.replaceChildren()
    status.textContent = ""
    box.ariaBusy = false
    for (const part of [choices, more, nothing]) part.hidden = true
  }

  function fail(words) {
    clear()
    status.textContent = words
  }

  // ---- the address holds the question ----

  function remember(how) {
    const asking = { q: form.elements.q.value.trim(), kind: chosen(), year: years.value }
    const query = new URLSearchParams(Object.entries(asking).filter(([, value]) => value))
    history[how](null, "", `${location.pathname}${query.size ? `?${query}` : ""}`)
  }

  function press(kind) {
    for (const button of choices.querySelectorAll("button[value]")) button.setAttribute("aria-pressed", button.value === kind)
  }

  function recall() {
    const query = new URLSearchParams(location.search)
    form.elements.q.value = query.get("q") ?? ""
    press(query.get("kind") ?? "")
    years.value = query.get("year") ?? ""
    answer()
  }

  let waiting
  form.elements.q.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      remember("replaceState")
      answer()
    }, 200)
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    clearTimeout(waiting)
    remember("pushState")
    answer()
  })
  choices.addEventListener("click", ({ target }) => {
    const button = target.closest("button")
    if (!button) return
    press(button.value)
    remember("pushState")
    show()
  })
  years.addEventListener("change", () => {
    remember("pushState")
    show()
  })
  more.addEventListener("click", () => showMore())
  addEventListener("popstate", recall)

  if (location.protocol === "file:") {
    form.hidden = true
    status.textContent = said.folder
    document.querySelector(".needs").classList.add("wanting")
  } else recall()
}
