import { CardPath } from '../card-path/card-path.tsx'
import { Disclosure } from '../disclosure/disclosure.tsx'
import { Section } from '../layout/section.tsx'
import { Checklist } from '../steps/checklist.tsx'
import { Steps } from '../steps/steps.tsx'
import { Timeline } from '../timeline/timeline.tsx'

/** Where something is, what happened, what comes next. */
export function PathSamples() {
  return (
    <>
      <Section title="De weg van een kaart">
        <CardPath
          label="De weg van deze kaart"
          steps={[
            { text: 'Verstuurd', state: 'done', stateText: 'gebeurd', moment: '12 november' },
            { text: 'Opgenomen', state: 'done', stateText: 'gebeurd', moment: '13 november' },
            { text: 'Gesprek', state: 'current', stateText: 'nu hier', moment: 'voor 26 november' },
            { text: 'Samen naar hulp', state: 'next', stateText: 'komt nog' },
            { text: 'Hulp begonnen', state: 'next', stateText: 'komt nog' },
          ]}
        />
      </Section>
      <Section title="Wat er gebeurde">
        <Timeline
          label="Tijdlijn"
          entries={[
            {
              moment: 'vandaag, 10:12',
              dateTime: '2026-11-21T10:12',
              who: 'An Peeters',
              what: 'Gebeld, geen antwoord',
              icon: 'phone',
            },
            {
              moment: '13 november, 9:05',
              dateTime: '2026-11-13T09:05',
              who: 'An Peeters',
              what: 'Kaart opgenomen',
              icon: 'inbox',
              detail: (
                <Disclosure summary="Wat stond op de kaart">
                  <p>“Ik krijg brieven die ik niet begrijp.”</p>
                </Disclosure>
              ),
            },
            {
              moment: '12 november, 16:40',
              dateTime: '2026-11-12T16:40',
              who: 'bezoekersteam',
              what: 'Kaart samen ingevuld',
            },
          ]}
        />
      </Section>
      <Section title="Stappen en nazicht">
        <Steps
          steps={[
            { title: 'U vult de kaart in', text: 'Samen met de bezoeker, of alleen.' },
            { title: 'Wij bellen u', text: 'Binnen 14 dagen.' },
            { title: 'U kiest wat er gebeurt' },
          ]}
        />
        <Checklist
          doneText="in orde"
          openText="nog te doen"
          items={[
            { text: 'Verzekering gezien', done: true, hint: '3 november 2026, door An Peeters' },
            { text: 'Gesprek over discretie', done: false, href: '/gallery' },
          ]}
        />
      </Section>
    </>
  )
}
