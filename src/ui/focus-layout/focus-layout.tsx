import type { ComponentChildren } from 'preact'
import { type MunicipalityFace, MunicipalityName } from '../brand/municipality-name.tsx'
import type { TextLink } from '../link/link.tsx'
import { BackLink } from '../navigation/back-link.tsx'
import { LanguageSwitch, type LanguageSwitchProps } from '../public-layout/language-switch.tsx'
import { Footer } from '../public-layout/public-layout.tsx'

export type FocusLayoutProps = {
  readonly municipality: MunicipalityFace
  readonly languages?: LanguageSwitchProps | undefined
  readonly back?: TextLink | undefined
  /** How far one is, with the words: "2 of 5". */
  readonly progress?: { readonly step: number; readonly of: number; readonly text: string } | undefined
  readonly footer?: readonly TextLink[] | undefined
  /** How to do the same by phone or on paper. */
  readonly footerText?: ComponentChildren
  readonly notices?: ComponentChildren
  readonly children: ComponentChildren
}

/** One thing on a page, narrow and calm: for residents, signing in, confirming. */
export function FocusLayout(props: FocusLayoutProps) {
  const { municipality, languages, back, progress, footer, footerText, notices, children } = props
  return (
    <div class="public focus">
      <header class="public-head">
        <div class="public-head-inside">
          <MunicipalityName {...municipality} />
          {languages ? <LanguageSwitch {...languages} /> : null}
        </div>
      </header>
      <main class="focus-main" id="main" tabindex={-1}>
        {back || progress ? <Way back={back} progress={progress} /> : null}
        {notices ? <div class="notices">{notices}</div> : null}
        {children}
      </main>
      <Footer links={footer} text={footerText} />
    </div>
  )
}

function Way({ back, progress }: Pick<FocusLayoutProps, 'back' | 'progress'>) {
  return (
    <div class="focus-way">
      {back ? <BackLink {...back} /> : null}
      {progress ? (
        <p class="focus-progress">
          <progress value={progress.step} max={progress.of} aria-label={progress.text} />
          <span aria-hidden="true">{progress.text}</span>
        </p>
      ) : null}
    </div>
  )
}
