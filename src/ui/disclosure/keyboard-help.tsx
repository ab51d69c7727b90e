/** A key (or keys, as people press them) and what it does. */
export type Shortcut = { readonly keys: string; readonly text: string }

export type KeyboardHelpProps = {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
  /** Label of the switch that turns letter keys off on this device (WCAG 2.1.4): "Use letter keys". */
  readonly switchText: string
}

/** The keys that work on this page; `?` opens it (with script). */
export function KeyboardHelp({ title, shortcuts, switchText }: KeyboardHelpProps) {
  return (
    <details class="disclosure keyboard-help" data-keyboard-help>
      <summary class="disclosure-summary">{title}</summary>
      <dl class="keyboard-help-list">
        {shortcuts.map(({ keys, text }) => (
          <div class="keyboard-help-line" key={keys}>
            <dt>
              <kbd class="key">{keys}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div class="choice" hidden>
        <input class="choice-box" id="keyboard-switch" type="checkbox" data-keyboard-switch />
        <label class="choice-label" for="keyboard-switch">
          {switchText}
        </label>
      </div>
    </details>
  )
}
