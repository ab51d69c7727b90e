import type { ComponentType } from 'preact'
import { useContext } from 'preact/hooks'
import { IslandsHere } from './islands-here.ts'

export type IslandProps<Props extends object> = {
  readonly of: ComponentType<Props>
  /** Name under which the file `*.island.tsx` exports the component. */
  readonly name: string
  /** Plain JSON: it travels to the browser as text. */
  readonly props: Props
}

/** Renders a component on the server and marks it, so that `browser/hydrate.ts` wakes it up in the browser. */
export function Island<Props extends object>({ of: Component, name, props }: IslandProps<Props>) {
  const here = useContext(IslandsHere)
  if (here) here.isThere = true
  return (
    <div class="island" data-island={name} data-props={JSON.stringify(props)}>
      <Component {...props} />
    </div>
  )
}
