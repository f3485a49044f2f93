// Of pages that are read (guides, comparisons, terms). The scripts of the board, a hundred times this size, wait for a reader who needs
// them: docs/decisions/0016.
;(() => {
  /** A heading that has passed this part of the window begins the section that is being read. */
  const LINE = 0.3
  const READ_AFTER_S = 15
  const WAKES = ['pointerover', 'focusin', 'touchstart', 'change']
  /** What this browser keeps for lists of jobs: marks that only the scripts can show. They are in its cache then, too. */
  const MARKS = ['viewed', 'visit', 'home-country', 'keys']

  function hasMarks() {
    try {
      return MARKS.some((key) => localStorage.getItem(key) !== null)
    } catch {
      return false
    }
  }

  function wake() {
    for (const type of WAKES) document.removeEventListener(type, wakeFrom)
    for (const script of document.querySelectorAll('script[data-later]')) {
      script.src = script.dataset.later
      script.removeAttribute('data-later')
    }
  }

  function wakeFrom({ target }) {
    if (target instanceof Element && target.closest('[data-wakes]')) wake()
  }

  function followContents() {
    const links = [...document.querySelectorAll('.toc-guide a')]
    const headings = links.map((link) => document.getElementById(link.hash.slice(1)))
    const mark = () => {
      const line = window.innerHeight * LINE + 1
      const at = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top <= line)
      for (const [index, link] of links.entries()) {
        if (index === at) link.setAttribute('aria-current', 'location')
        else link.removeAttribute('aria-current')
      }
    }
    let isWaiting = false
    const markSoon = () => {
      if (isWaiting) return
      isWaiting = true
      requestAnimationFrame(() => {
        isWaiting = false
        mark()
      })
    }
    // Who leaps to the end passes all headings at once, which an observer of them would not see.
    document.addEventListener('scroll', markSoon, { passive: true })
    mark()
  }

  /** A page counts as read once it has been in sight for a while; once for each tab. */
  function countRead() {
    const page = location.pathname
    if (!page.slice(1).includes('/')) return
    try {
      if (sessionStorage.getItem(`read ${page}`)) return
    } catch {
      return
    }
    let seconds = 0
    const watch = setInterval(() => {
      if (document.visibilityState !== 'visible') return
      seconds += 1
      if (seconds < READ_AFTER_S) return
      clearInterval(watch)
      sessionStorage.setItem(`read ${page}`, '1')
      const body = JSON.stringify({ page })
      fetch('/api/guides/reads', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
        keepalive: true,
      }).catch(() => {})
    }, 1000)
  }

  /** The address is handed to another program, or copied where none takes it. */
  async function handOn(url, mayShare) {
    try {
      if (mayShare && navigator.share) await navigator.share({ title: document.title, url })
      else {
        await navigator.clipboard.writeText(url)
        say('Link copied')
      }
    } catch {
      // Who closed the dialogue wanted nothing; without a clipboard the address stands in the bar of the browser.
    }
  }

  function say(text) {
    const said = document.querySelector('[data-said]')
    if (!said) return
    said.textContent = text
    setTimeout(() => {
      said.textContent = ''
    }, 3000)
  }

  function onClick({ target }) {
    if (!(target instanceof Element)) return
    const heading = target.closest('a.link-here')
    if (heading) handOn(heading.href, false)
    else if (target.closest('[data-share]')) handOn(location.origin + location.pathname, true)
  }

  function start() {
    document.addEventListener('click', onClick)
    followContents()
    countRead()
    if (hasMarks()) wake()
    else for (const type of WAKES) document.addEventListener(type, wakeFrom, { passive: true })
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
  else start()
})()
