import { NetMark } from './net-mark.tsx'

/** The municipality as the layouts show it; `logo` is the URL of its picture. */
export type MunicipalityFace = {
  readonly name: string
  readonly href: string
  readonly logo?: string | undefined
  /** A word under the name: the service, the programme. */
  readonly tagline?: string | undefined
}

/** Logo (or the mark of Meernet) and name of the municipality, linking to its start page. */
export function MunicipalityName({ name, href, logo, tagline }: MunicipalityFace) {
  return (
    <a class="municipality" href={href}>
      {logo ? <img class="municipality-logo" src={logo} alt="" /> : <NetMark />}
      <span class="municipality-words">
        <span class="municipality-name">{name}</span>
        {tagline ? <span class="municipality-tagline">{tagline}</span> : null}
      </span>
    </a>
  )
}
