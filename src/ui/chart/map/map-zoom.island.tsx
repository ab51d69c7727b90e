import { useEffect, useRef, useState } from 'preact/hooks'
import type { ZoomWords } from './map-words.ts'
import { type ZoomedMap, zoomMap } from './zoom-map.ts'

export type MapZoomProps = {
  /** Id of the map's drawing on the same page. */
  readonly map: string
  readonly words: ZoomWords
}

/** Buttons to zoom a map, and the name and figure of the area that one points at or comes to with the arrow keys. */
export function MapZoom({ map, words }: MapZoomProps) {
  const [pointedAt, setPointedAt] = useState('')
  const zoomed = useRef<ZoomedMap>(undefined)
  useEffect(() => {
    const drawing = document.getElementById(map)
    if (!(drawing instanceof SVGSVGElement)) return
    zoomed.current = zoomMap(drawing, { onArea: setPointedAt, helpId: `${map}-keys` })
    return () => zoomed.current?.stop()
  }, [map])
  return (
    <div class="map-zoom">
      <div class="map-zoom-buttons">
        <ZoomButton text={words.in} sign="M5 12h14M12 5v14" onPress={() => zoomed.current?.zoom(1.6)} />
        <ZoomButton text={words.out} sign="M5 12h14" onPress={() => zoomed.current?.zoom(1 / 1.6)} />
        <ZoomButton
          text={words.whole}
          sign="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"
          onPress={() => zoomed.current?.whole()}
        />
      </div>
      <p class="map-zoom-figure" role="status">
        {pointedAt}
      </p>
      <p class="hint map-zoom-keys" id={`${map}-keys`}>
        {words.help}
      </p>
    </div>
  )
}

type ZoomButtonProps = { readonly text: string; readonly sign: string; readonly onPress: () => void }

function ZoomButton({ text, sign, onPress }: ZoomButtonProps) {
  return (
    <button class="map-zoom-button" type="button" onClick={onPress}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d={sign} />
      </svg>
      {text}
    </button>
  )
}
