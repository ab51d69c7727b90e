import type { ComponentChildren } from 'preact'
import { HiddenField } from '../fields/hidden-field.tsx'

export type PasskeyFormProps = {
  readonly action: string
  /** `create` makes a passkey on this device, `get` asks for one that is there. */
  readonly asks: 'create' | 'get'
  /** The question to the device, as WebAuthn writes it in JSON. */
  readonly options: unknown
  /** Said when the device gave no answer: its owner stopped, or it cannot. */
  readonly refusedText: string
  readonly label?: string | undefined
  readonly children: ComponentChildren
}

/**
 * A form whose button asks the device for a passkey and sends its answer as `credential`. Hidden until the script finds a browser
 * that can (`data-passkey`), so it stands beside a way that works without; `WithoutPasskey` shows until then.
 */
export function PasskeyForm({ action, asks, options, refusedText, label, children }: PasskeyFormProps) {
  return (
    <form
      class="form form-stacked"
      action={action}
      method="post"
      aria-label={label}
      data-passkey={asks}
      data-passkey-options={JSON.stringify(options)}
      novalidate
      hidden
    >
      <HiddenField name="credential" value="" />
      {children}
      <p role="alert" data-passkey-refused={refusedText} />
    </form>
  )
}

/** Shown where a passkey cannot be asked: no script, or a browser that has none. */
export function WithoutPasskey({ children }: { readonly children: ComponentChildren }) {
  return <div data-without-passkey="">{children}</div>
}
