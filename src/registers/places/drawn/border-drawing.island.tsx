import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'
import { Button, Cluster, Disclosure, Hint, Stack, TextArea } from '../../../ui/index.ts'
import type { Point } from '../../published-areas/index.ts'
import { drawn, type Stroke } from './drawing.ts'
import { DrawingMap, type DrawingSheet, pointOf } from './drawing-map.tsx'
import type { DrawingWords } from './drawing-words.ts'
import { useOutcome } from './use-outcome.ts'

export type BorderDrawingProps = {
  readonly words: DrawingWords
  readonly sheet: DrawingSheet
  readonly corners: readonly Point[]
  /** The corners as they were typed or kept. */
  readonly text: string
  readonly error?: string | undefined
  /** What they come to, in words. */
  readonly outcome: string
}

const keysId = 'drawing-keys'

/** The border of a neighbourhood: drawn on the map, or typed as numbers. Without script the map shows what was typed. */
export function BorderDrawing({ words, sheet, corners, text: first, error, outcome }: BorderDrawingProps) {
  const [drawing, stroke] = useReducer(drawn, { corners, chosen: undefined, before: [] })
  const [typed, setTyped] = useState<string | undefined>(first)
  const [isAwake, setAwake] = useState(false)
  const focus = useFocusOnChosen(drawing.chosen)
  useEffect(() => setAwake(true), [])
  const text = typed ?? textOfCorners(drawing.corners)
  const heard = useOutcome(text, outcome, (read) => {
    if (typed !== undefined) stroke({ kind: 'replace', corners: read })
  })
  const act = (act: Stroke, isByKey = false) => {
    if (act.kind !== 'choose') setTyped(undefined)
    focus.wanted.current = isByKey
    stroke(act)
  }
  const last = drawing.chosen ?? drawing.corners.length - 1
  const middle = pointOf(sheet, { x: sheet.width / 2, y: sheet.height / 2 })
  return (
    <div ref={focus.room}>
      <Stack gap="small">
        <DrawingMap
          sheet={sheet}
          words={words}
          drawing={drawing}
          isAwake={isAwake}
          describedBy={keysId}
          onStroke={act}
        />
        {isAwake ? (
          <DrawingButtons
            words={words}
            onAdd={() => act(last < 0 ? { kind: 'add', at: middle } : { kind: 'insert', after: last }, true)}
            onUndo={() => act({ kind: 'undo' })}
            onClear={() => act({ kind: 'replace', corners: [] })}
          />
        ) : null}
        <p role="status">{heard}</p>
        <div id={keysId}>{isAwake ? <Hint>{words.keys}</Hint> : null}</div>
        <Disclosure summary={words.numbers} open={!isAwake || error !== undefined}>
          <div onInput={({ target }) => target instanceof HTMLTextAreaElement && setTyped(target.value)}>
            <TextArea
              // Drawn corners are written anew; what is being typed is left alone.
              key={typed === undefined ? text : 'typed'}
              name="corners"
              label={words.numbers}
              hint={words.numbersHint}
              error={error}
              rows={8}
              value={text}
            />
          </div>
        </Disclosure>
      </Stack>
    </div>
  )
}

const textOfCorners = (corners: readonly Point[]) => corners.map(([x, y]) => `${x} ${y}`).join('\n')

/** Puts the focus on the chosen corner once it is there, when a key asked for it. */
function useFocusOnChosen(chosen: number | undefined) {
  const room = useRef<HTMLDivElement>(null)
  const wanted = useRef(false)
  // With the drawing itself: a later effect of the stroke before would take the wish of a quick typist away.
  useLayoutEffect(() => {
    if (!wanted.current || chosen === undefined) return
    wanted.current = false
    room.current?.querySelector<SVGElement>(`[data-corner="${chosen}"]`)?.focus()
  })
  return { room, wanted }
}

type ButtonsProps = {
  readonly words: DrawingWords
  readonly onAdd: () => void
  readonly onUndo: () => void
  readonly onClear: () => void
}

function DrawingButtons({ words, onAdd, onUndo, onClear }: ButtonsProps) {
  return (
    <Cluster gap="small">
      <Button type="button" look="secondary" icon="plus" onPress={onAdd}>
        {words.add}
      </Button>
      <Button type="button" look="secondary" icon="undo-2" onPress={onUndo}>
        {words.undo}
      </Button>
      <Button type="button" look="quiet" onPress={onClear}>
        {words.clear}
      </Button>
    </Cluster>
  )
}
