/**
 * Sends the form with what a suggestion adds to the search, such as `skill=kubernetes`: the listing then searches in place, any other page
 * goes there.
 */
export function submitWith(form: HTMLFormElement, query: string): void {
  const sent = new FormData(form)
  const added = [...new URLSearchParams(query)]
    .filter(([key, value]) => !sent.getAll(key).includes(value))
    .map(([key, value]) => hidden(key, value))
  form.append(...added)
  form.requestSubmit()
  for (const field of added) field.remove()
}

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input')
  return Object.assign(field, { type: 'hidden', name, value })
}
