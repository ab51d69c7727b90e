import type { ComponentChildren } from 'preact'

export type PhotoProps = {
  readonly src: string
  /** What is on it, for who does not see it; also written under it. */
  readonly description: string
  /** Its own size in pixels, so that the page does not jump. */
  readonly width: number
  readonly height: number
  /** Where it stands, what can be done with it. */
  readonly children?: ComponentChildren
}

/** A photo with its words under it, never wider than where it stands. */
export function Photo({ src, description, width, height, children }: PhotoProps) {
  return (
    <figure class="photo">
      <img class="photo-picture" src={src} alt={description} width={width} height={height} />
      <figcaption class="photo-words">
        <p>{description}</p>
        {children}
      </figcaption>
    </figure>
  )
}
