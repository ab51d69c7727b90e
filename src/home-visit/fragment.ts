import { useEffect, useState } from 'preact/hooks'

/**
 * Which screen is open stands in the fragment of the address (`#/door/<id>/card?language=ar`), which never leaves the phone:
 * the back button and links work, and there is nothing to route.
 */
export type Place = { readonly path: readonly string[]; readonly query: URLSearchParams }

/** Reads a fragment (`#/door/…`); an empty one is the first screen. */
export function placeOf(fragment: string): Place {
  const [path = '', query = ''] = fragment.replace(/^#\/?/, '').split('?')
  return { path: path.split('/').filter(Boolean), query: new URLSearchParams(query) }
}

/** The open screen; follows links and the back button. */
export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(location.hash.startsWith('#/') ? location.hash : ''))
  useEffect(() => {
    // A link to a field or to the main part ("#f-wish") moves within the screen.
    const follow = () => /^(#\/|$)/.test(location.hash) && setPlace(placeOf(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return place
}

/** Opens another screen, with a step back to this one. */
export function goTo(fragment: string): void {
  location.hash = fragment
}
