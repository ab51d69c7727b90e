import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { labelOf, policyThemeContent } from '../../../../registers/frameworks/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Cluster,
  ErrorSummary,
  Form,
  Grid,
  Heading,
  LinkButton,
  LinkList,
  Panel,
  Photo as PhotoFigure,
  RadioGroup,
  Section,
  Select,
  Stack,
  Status,
  Tag,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { themeChoices } from '../../findings/views/choices.ts'
import { NameBox } from '../../findings/views/name-box.tsx'
import { longest } from '../forms.ts'
import { type Observation, observationKinds, type Photo, type Walk } from '../walk.ts'

type Props = {
  readonly t: Texts
  readonly walk: Walk
  readonly observations: readonly Observation[]
  readonly photos: readonly Photo[]
  readonly mayWrite: boolean
  readonly mayLook: (photo: Photo) => boolean
  /** The form of a next observation, with its identifier. */
  readonly next: { readonly id: string; readonly form: FilledForm; readonly asksAboutName: boolean }
}

/** One walk: what was seen where, and the photos of places. */
export function WalkPage(props: Props) {
  const { t, walk, mayWrite } = props
  const path = `/analysis/walks/${walk.id}`
  return (
    <Stack>
      <BackLink href="/analysis/walks" text={t('analysis.walk.title')} />
      {mayWrite ? <ErrorSummary title={t('form.summary')} errors={props.next.form.errors} /> : null}
      <Heading level={1}>{`${walk.neighbourhood}: ${walk.route}`}</Heading>
      <Cluster spread="between">
        <p>{t.day(walk.walkedOn)}</p>
        {mayWrite ? (
          <LinkButton href={`${path}/edit`} icon="pencil">
            {t('analysis.walk.edit')}
          </LinkButton>
        ) : null}
      </Cluster>
      <Observations {...props} />
      {mayWrite ? <NextObservation {...props} /> : null}
      <Photos {...props} />
    </Stack>
  )
}

function Observations({ t, walk, observations, mayWrite }: Props) {
  return (
    <Section title={t('analysis.walk.observations')}>
      {observations.length === 0 ? <p>{t('analysis.walk.observations.none')}</p> : null}
      {observations.length > 0 ? (
        <LinkList
          label={t('analysis.walk.observations')}
          items={observations.map(({ id, kind, theme, spot, seen, version }) => ({
            key: id,
            title: seen,
            meta: (
              <>
                <Tag>{t(`analysis.finding.kind.${kind}`)}</Tag>
                <Tag>{labelOf(policyThemeContent, theme, t.language)}</Tag>
                <span>{spot}</span>
              </>
            ),
            actions: mayWrite ? (
              <Cluster>
                <LinkButton
                  href={`/analysis/findings/new?walk=${walk.id}&observation=${id}`}
                  look="quiet"
                  icon="plus"
                  about={seen}
                >
                  {t('analysis.walk.toFinding')}
                </LinkButton>
                <Form
                  action={`/analysis/walks/${walk.id}/observations/${id}/removal`}
                  hidden={{ version: String(version) }}
                  look="inline"
                >
                  <Button look="quiet" icon="trash-2" about={seen}>
                    {t('analysis.finding.evidence.remove')}
                  </Button>
                </Form>
              </Cluster>
            ) : undefined,
          }))}
        />
      ) : null}
    </Section>
  )
}

function NextObservation({ t, walk, next: { id, form, asksAboutName } }: Props) {
  return (
    <Panel>
      <Section title={t('analysis.walk.observe')} level={3}>
        <Form action={`/analysis/walks/${walk.id}/observations`} hidden={{ id }}>
          <TextField
            {...form.field('spot')}
            label={t('analysis.walk.spot')}
            hint={t('analysis.walk.spot.hint')}
            maxLength={longest.spot}
            required
          />
          <TextArea
            {...form.field('seen')}
            rows={3}
            label={t('analysis.walk.seen')}
            hint={t('analysis.finding.statement.hint')}
            maxLength={longest.seen}
            countText={t('analysis.finding.left')}
            numberPatternWarning={t('analysis.finding.error.numbers')}
            required
          />
          <NameBox t={t} form={form} asksAboutName={asksAboutName} />
          <RadioGroup
            {...form.field('kind')}
            label={t('analysis.finding.kind')}
            choices={observationKinds.map((kind) => ({ value: kind, label: t(`analysis.walk.kind.${kind}`) }))}
            inline
            required
          />
          <Select
            {...form.field('theme')}
            label={t('analysis.finding.theme')}
            emptyText={t('analysis.finding.choose')}
            choices={themeChoices(t)}
            required
          />
          <ButtonRow>
            <Button>{t('analysis.walk.observe.save')}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </Panel>
  )
}

function Photos({ t, walk, photos, mayWrite, mayLook }: Props) {
  return (
    <Section title={t('analysis.walk.photos')}>
      {photos.length === 0 ? <p>{t('analysis.walk.photos.none')}</p> : null}
      {photos.length > 0 ? (
        <Grid cell="large">
          {photos.map((photo) => (
            <PhotoFigure key={photo.id} {...photo} src={`/analysis/walks/${walk.id}/photos/${photo.id}`}>
              <PhotoActs t={t} walk={walk} photo={photo} mayWrite={mayWrite} mayLook={mayLook(photo)} />
            </PhotoFigure>
          ))}
        </Grid>
      ) : null}
      {mayWrite ? (
        <Cluster>
          <LinkButton href={`/analysis/walks/${walk.id}/photos/new`} icon="plus">
            {t('analysis.walk.photo.new')}
          </LinkButton>
        </Cluster>
      ) : null}
    </Section>
  )
}

type ActsProps = Pick<Props, 't' | 'walk' | 'mayWrite'> & { readonly photo: Photo; readonly mayLook: boolean }

function PhotoActs({ t, walk, photo, mayWrite, mayLook }: ActsProps) {
  const path = `/analysis/walks/${walk.id}/photos/${photo.id}`
  const hidden = { version: String(photo.version) }
  return (
    <Cluster>
      <Status
        word={photo.lookedOn ? t('analysis.walk.photo.looked') : t('analysis.walk.photo.waits')}
        icon={photo.lookedOn ? 'circle-check' : 'eye'}
        weight="quiet"
      />
      {mayLook ? (
        <Form action={`${path}/look`} hidden={hidden} look="inline">
          <Button look="secondary" icon="check" about={photo.description}>
            {t('analysis.walk.photo.look')}
          </Button>
        </Form>
      ) : null}
      {mayWrite ? (
        <Form action={`${path}/removal`} hidden={hidden} look="inline">
          <Button look="quiet" icon="trash-2" about={photo.description}>
            {t('analysis.finding.evidence.remove')}
          </Button>
        </Form>
      ) : null}
    </Cluster>
  )
}
