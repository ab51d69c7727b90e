/**
 * `data-passkey="create"` or `"get"` on a form: asks the device with the options in `data-passkey-options`, puts the answer in the
 * field `credential` and sends the form. Such forms are hidden until here; `data-without-passkey` is what stood in their place.
 */
export function passkey(page: Document): void {
  const forms = page.querySelectorAll<HTMLFormElement>('form[data-passkey]')
  if (forms.length === 0 || !canAsk()) return
  for (const form of forms) form.hidden = false
  for (const place of page.querySelectorAll<HTMLElement>('[data-without-passkey]')) place.hidden = true
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.dataset.passkey) return
    event.preventDefault()
    const refusal = form.querySelector<HTMLElement>('[data-passkey-refused]')
    if (refusal) refusal.textContent = ''
    askDevice(form.dataset.passkey, form.dataset.passkeyOptions ?? '{}').then(
      (answer) => sendWith(form, answer),
      () => {
        if (refusal) refusal.textContent = refusal.dataset.passkeyRefused ?? ''
      },
    )
  })
}

const canAsk = () =>
  'PublicKeyCredential' in window &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  'toJSON' in PublicKeyCredential.prototype

async function askDevice(asks: string, text: string): Promise<string> {
  const options: unknown = JSON.parse(text)
  const answer =
    asks === 'create'
      ? await navigator.credentials.create({
          // Both are made by our own server, in the shape the browser names.
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
        })
  if (!(answer instanceof PublicKeyCredential)) throw new Error('The device gave no passkey.')
  return JSON.stringify(answer)
}

function sendWith(form: HTMLFormElement, answer: string): void {
  const field = form.elements.namedItem('credential')
  if (field instanceof HTMLInputElement) field.value = answer
  form.submit()
}
