// The forms under which a word can be found: the same as dalil/text.py and dalil/site/forms.py, tested together.
const Forms = (() => {
  const DROPPED = /[\u0640\u0670\u064b-\u065f\u200c-\u200f\u061c\u00ad]/g
  const ALIKE = new Map([..."أإآٱىيیکةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"].map((letter, place) => [letter, "اااايييكهوي01234567890123456789"[place]]))
  const GROUP = /(\d)[\u202f\u00a0](?=\d{3})/g
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\u0300-\u036f\u064b-\u065f\u0670\u0640]*/gu
  const ARABIC = /[\u0620-\u064a]/
  const ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=...)/
  const PARTICLES = [/^[وفبلك](?=...)/, /^[وف][بلك](?=...)/]
  const ENDINGS = /(?<=....)(?:ون|ين|ان|ها|هم|ا)$|(?<=...)(?:ات|ه)$/
  const PLURALS = [[/(?<=..)ies$/, "y"], [/(?<=..[^e])aux$/, "al"], [/(?<=..[^s])s$|(?<=eu)x$|(?<=eau)x$/, ""]]

  const unique = (forms) => [...new Set(forms)].filter(Boolean)
  const withoutEndings = (forms) => unique([...forms, ...forms.map((form) => form.replace(ENDINGS, ""))])

  function fold(text) {
    const plain = text.normalize("NFKC").replace(DROPPED, "").replace(/./gu, (letter) => ALIKE.get(letter) ?? letter)
    return plain.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase()
  }

  const words = (text) => text.replace(GROUP, "$1").match(WORD) ?? []

  function singular(form) {
    const rule = PLURALS.find(([ending]) => ending.test(form))
    return (rule ? form.replace(...rule) : form).replace(/(?<=...)e+$/, "")
  }

  // Each word is looked at once: long pages repeat themselves.
  function remembering(work) {
    const known = new Map()
    return (word) => {
      if (!known.has(word)) known.set(word, work(word))
      return known.get(word)
    }
  }

  // Forms that mean the same word: folded, without the article, hamza's seat or ending; the first is the plainest.
  function firm(word) {
    const whole = word.replace(/œ/gi, "oe").replace(/æ/gi, "ae")
    if (!ARABIC.test(word)) return unique([fold(whole), singular(fold(whole))])
    const seats = [fold(whole), fold(whole.replace(/[ءؤئ]/g, ""))]
    return withoutEndings([...seats, ...seats.map((form) => form.replace(ARTICLE, ""))])
  }

  // What is left if the first letters are joined particles (wa-, fa-, bi-, li-, ka-), which they need not be.
  function loose(word) {
    const whole = fold(word)
    return withoutEndings(PARTICLES.filter((particles) => particles.test(whole)).map((particles) => whole.replace(particles, "")))
  }

  // A whole name as one word: a page that is called so, in any order, comes first.
  function nameForm(name) {
    const stems = words(name).map((word) => singular(fold(word)).replace(ARTICLE, "").replace(ENDINGS, ""))
    return stems.length ? `name${stems.sort().join("")}` : ""
  }

  // As Pagefind is given it: between letters that keep its own Arabic stemmer away.
  const guarded = (form) => (ARABIC.test(form) ? `q${form}q` : form)

  return { fold, words, firm: remembering(firm), loose: remembering(loose), nameForm, guarded }
})()
