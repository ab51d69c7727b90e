import { Button } from '../button/button.tsx'
import { ButtonRow } from '../button/button-row.tsx'
import { Checkbox } from '../fields/checkbox.tsx'
import { CheckboxGroup, RadioGroup } from '../fields/choices.tsx'
import { Fieldset } from '../fields/fieldset.tsx'
import { FileField } from '../fields/file-field.tsx'
import { DateField, NumberField, TimeField } from '../fields/number-field.tsx'
import { Select } from '../fields/select.tsx'
import { TextArea } from '../fields/text-area.tsx'
import { CodeField, EmailField, PasswordField, PhoneField, TextField } from '../fields/text-field.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Form } from '../form/form.tsx'
import { Grid } from '../layout/grid.tsx'
import { Section } from '../layout/section.tsx'

/** A whole staff form with every kind of field, some of them wrong. */
export function FieldSamples() {
  return (
    <Section title="Formulier">
      <Form action="/gallery" encType="multipart/form-data" hidden={{ token: 'gallery' }} label="Voorbeeld">
        <ErrorSummary
          title="Dit moet nog in orde komen"
          errors={[
            { field: 'wish', text: 'Schrijf wat de persoon wil, in eigen woorden' },
            { field: 'urgency', text: 'Kies gewoon of dringend' },
          ]}
        />
        <Fieldset legend="Wie en hoe" hint="Alleen wat nodig is om te bellen.">
          <Grid>
            <TextField name="first-name" label="Voornaam" value="Rosa" autocomplete="off" />
            <PhoneField name="phone" label="Telefoon" value="0470 00 00 00" />
            <EmailField name="email" label="E-mail" optionalText="(niet verplicht)" />
            <Select
              name="language"
              label="Taal van het gesprek"
              emptyText="Kies…"
              value="nl"
              choices={[
                { value: 'nl', label: 'Nederlands' },
                { value: 'fr', label: 'Frans' },
                { value: 'ar', label: 'Arabisch' },
              ]}
            />
          </Grid>
        </Fieldset>
        <TextArea
          name="wish"
          label="Wat wil de persoon?"
          hint="Feiten of eigen woorden; geen oordeel, niets over anderen."
          error="Schrijf wat de persoon wil, in eigen woorden"
          maxLength={400}
          countText="Tekens over: #"
          numberPatternWarning="Dit lijkt op een rijksregisternummer of rekeningnummer. Laat het hier weg."
          required
        />
        <RadioGroup
          name="urgency"
          label="Hoe dringend?"
          error="Kies gewoon of dringend"
          choices={[
            { value: 'ordinary', label: 'Gewoon', hint: 'Iemand belt binnen 14 dagen.' },
            { value: 'alarm', label: 'Dringend', hint: 'Iemand belt vandaag.' },
          ]}
        />
        <CheckboxGroup
          name="share"
          label="Met wie mogen we dit delen?"
          values={['ocmw']}
          filterLabel="Zoek in de lijst"
          choices={[
            { value: 'ocmw', label: 'OCMW Netegem' },
            { value: 'caw', label: 'CAW' },
            { value: 'fund', label: 'Dienst maatschappelijk werk', hint: 'Van het ziekenfonds van de persoon.' },
          ]}
        />
        <RadioGroup
          name="channel"
          label="Hoe kwam dit binnen?"
          value="phone"
          inline
          choices={[
            { value: 'phone', label: 'Telefoon' },
            { value: 'paper', label: 'Papier' },
            { value: 'desk', label: 'Aan de balie' },
          ]}
        />
        <Grid cell="small">
          <DateField name="date" label="Dag" value="2026-11-22" />
          <TimeField name="time" label="Uur" value="14:30" />
          <NumberField name="minutes" label="Duur" value={45} unit="minuten" />
          <CodeField name="code" label="Code" value="K7MP-2QXF" />
          <PasswordField name="password" label="Wachtwoord" />
        </Grid>
        <FileField name="file" label="Bestand" hint="Een tabel, ten hoogste 20 MB." accept=".csv,text/csv" />
        <Checkbox name="told" label="De persoon weet dat ik dit opschrijf" hint="En mag het lezen." checked />
        <ButtonRow>
          <Button>Bewaren</Button>
          <Button look="quiet">Bewaren als ontwerp</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
