/** A key (or keys, as people press them) and what it does. */
export type Shortcut = { readonly keys: string; readonly text: string }

export type KeyboardHelpProps = { readonly title: string; readonly shortcuts: readonly Shortcut[] }

/** The keys that work on this page; `?` opens it (with script). */
export function KeyboardHelp({ title, shortcuts }: KeyboardHelpProps) {
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
    </details>
  )
}
