import { Input, type InputProps } from './input.tsx'

export type TextFieldProps = InputProps & { readonly spellcheck?: boolean | undefined }

/** One line of text. */
export function TextField({ spellcheck, ...field }: TextFieldProps) {
  return <Input field={field} native={{ type: 'text', spellcheck }} />
}

/** A telephone number, in any way of writing. */
export function PhoneField({ autocomplete = 'tel', width = 'medium', ...field }: InputProps) {
  return <Input field={{ ...field, autocomplete, width }} native={{ type: 'tel', leftToRight: true }} />
}

/** An e-mail address. */
export function EmailField({ autocomplete = 'email', ...field }: InputProps) {
  return (
    <Input
      field={{ ...field, autocomplete }}
      native={{ type: 'email', spellcheck: false, autocapitalize: 'none', leftToRight: true }}
    />
  )
}

export type PasswordFieldProps = Omit<InputProps, 'value'> & {
  /** `new-password` where one is chosen. */
  readonly autocomplete?: 'current-password' | 'new-password' | undefined
  /** In programs of the browser only: what is typed, and whether to show it. A page of the server never gives it back. */
  readonly typed?: { readonly text: string; readonly isShown: boolean } | undefined
}

/** A password; never given back to the page. */
export function PasswordField({ autocomplete = 'current-password', typed, ...field }: PasswordFieldProps) {
  return (
    <Input
      field={{ ...field, autocomplete, value: typed?.text }}
      native={{
        type: typed?.isShown ? 'text' : 'password',
        spellcheck: false,
        autocapitalize: 'none',
        leftToRight: true,
      }}
    />
  )
}

export type CodeFieldProps = InputProps & {
  /** Only digits, such as a one-time code; otherwise letters and digits, such as the code of a card. */
  readonly digits?: boolean | undefined
}

/** A short code, typed over from a letter, a card or an app. */
export function CodeField({ digits, autocomplete, width = 'medium', ...field }: CodeFieldProps) {
  return (
    <Input
      field={{ ...field, width, autocomplete: autocomplete ?? (digits ? 'one-time-code' : 'off') }}
      native={{
        type: 'text',
        inputmode: digits ? 'numeric' : 'text',
        autocapitalize: 'characters',
        spellcheck: false,
        look: 'code',
        leftToRight: true,
      }}
    />
  )
}

/** The box to search with; `/` jumps to it. */
export function SearchField({ autocomplete = 'off', ...field }: InputProps) {
  return <Input field={{ ...field, autocomplete }} native={{ type: 'search', spellcheck: false }} />
}
