export type HiddenFieldProps = { readonly name: string; readonly value: string }

/** A value that travels with a form unseen. */
export function HiddenField({ name, value }: HiddenFieldProps) {
  return <input type="hidden" name={name} value={value} />
}

/** Names and values that travel with a form unseen: the token against forgery, the version one started from. */
export type HiddenValues = Readonly<Record<string, string | undefined>>

/** One hidden field per value that is there. */
export function HiddenFields({ values }: { readonly values: HiddenValues | undefined }) {
  return (
    <>
      {Object.entries(values ?? {}).map(([name, value]) =>
        value === undefined ? null : <HiddenField key={name} name={name} value={value} />,
      )}
    </>
  )
}
