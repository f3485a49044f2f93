/** Part of `/about/search`. */
export function AboutWords() {
  return (
    <>
      <h2 id="words">Words</h2>
      <p>
        Words are looked for in title, company and text, in all their English forms: “manage” finds
        “managing”. All of them have to be there. <code>or</code> between two words makes one of them enough,
        quotes keep words together, and a minus leaves out what has the word.
      </p>
      <p>
        <strong>Known names</strong> of roles, skills, places, levels and workplaces are read as what they
        mean, with their other names: “k8s” finds jobs that ask for Kubernetes. The page then says “read as
        Kubernetes” and offers to search for the word as it was typed.
      </p>
      <p>
        <strong>Misspellings</strong> are never corrected behind your back. While you type, names that differ
        by one letter are suggested; a value in an address that is not known is named with the nearest that
        is; and where nothing is found, the likely word is offered with the number of its jobs. So is every
        filter that could be dropped or widened.
      </p>
    </>
  )
}
