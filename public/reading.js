// Of pages that are read (guides, comparisons, terms). The scripts of the board, a hundred times this size, wait for a reader who needs
// them: docs/decisions/0016.
;(() => {
  /** A heading that has passed this part of the window begins the section that is being read. */
  const LINE = 0.3
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
    const observer = new IntersectionObserver(mark, { rootMargin: `0px 0px ${-100 * (1 - LINE)}% 0px` })
    for (const heading of headings) if (heading) observer.observe(heading)
  }

  function start() {
    followContents()
    if (hasMarks()) wake()
    else for (const type of WAKES) document.addEventListener(type, wakeFrom, { passive: true })
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
  else start()
})()
