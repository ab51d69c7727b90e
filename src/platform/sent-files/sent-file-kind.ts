import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { AccessRule } from '../access/rule.ts'
import type { Transact, Tx } from '../database/transact.ts'
import type { FilledForm, FormError, FormValues } from '../http/index.ts'
import type { Texts } from '../messages/index.ts'
import type { Refusal } from '../published-files/refusal.ts'
import type { SentFile, SentFileSettings, WhyNotTaken } from './sent-file.ts'

/** What receiving and reading files needs. */
export type SentFileNeeds = {
  readonly transact: Transact
  readonly clock: () => Date
  readonly sentFiles: SentFileSettings
}

/** A file in the hands of its reader: at `path`, sent by `sentBy`, with what was said about it. */
export type FileToRead<Asked> = {
  /** Who sent it, while that person waits; else the system. */
  readonly actor: Actor
  readonly id: string
  readonly path: string
  readonly sentBy: string
  readonly asked: Asked
  /** Says how far it is, as often as the reader likes; throws when nobody wants the file any more. */
  progress(step: string, count: number): void
}

/** What a reader makes of a file. `keep` notes what was read, in the transaction in which the file itself goes. */
export type ReadResult<Asked> =
  | { readonly kind: 'taken'; keep(tx: Tx): Promise<void> }
  | { readonly kind: 'unknown'; readonly asked: Asked }
  | (WhyNotTaken & { readonly kind: 'asks' })

/** How the module reads files of a kind: the same while the sender waits and, as `task`, in the background. */
export type FileReader<Asked extends object> = {
  readonly kind: string
  readonly task: string
  /** Keeps nothing by itself. Throws `FileRefused` for a file that is not what it should be. */
  read(needs: SentFileNeeds, file: FileToRead<Asked>): Promise<ReadResult<Asked>>
}

/** The fields in which is said what a file leaves unsaid. */
export type AskedFieldsProps = {
  readonly t: Texts
  readonly form: FilledForm
  /** Why it was refused, when it was. */
  readonly refusal: Refusal | undefined
  /** It lies here and is to be read anew. */
  readonly isAnew: boolean
}

/** Files of one kind on their way in: where they are sent to, who may, what is asked, and in which words. */
export type SentFileKind<Asked extends object> = {
  readonly reader: FileReader<Asked>
  readonly rule: AccessRule
  /** The page on which somebody begins. Files are sent from `new` and to `imports` below it. */
  readonly home: string
  /** What is counted while one is read. */
  readonly unit: 'rows' | 'areas'
  /** Brings in what is too large for the page. */
  readonly command: string
  /** Endings of names, for the picker of files. */
  readonly accept: string
  readonly form: z.ZodType<Asked>
  /** As it is typed into the form, to fill it again. */
  typed(asked: Asked): FormValues
  /** What is asked of a file that is read anew: what was said now, and of before what is no longer asked. */
  anew(before: Asked, said: Asked): Asked
  Fields(props: AskedFieldsProps): VNode
  /** Fields of the page on which files are sent that are not asked again. */
  MoreFields?(props: Pick<AskedFieldsProps, 'form' | 't'>): VNode
  /** The field in which can be said what is not known. */
  asks(reason: string): FormError
  /** Message key of what a refusal means and what to do. */
  refused(code: string): string
  /** What a read file holds and what keeping it would do, for a yes; nothing when none of that id waits. */
  look(tx: Tx, id: string, t: Texts): Promise<VNode | undefined>
  /** Forgets what was read and waits for a yes. */
  forget(tx: Tx, id: string): Promise<void>
  /** Where somebody says what the columns hold of files of which nobody knows. */
  readonly explaining?: { path(id: string): string; isDue(file: SentFile<Asked>): boolean }
  /** Message keys. */
  readonly words: SentFileWords
}

type SentFileWords = {
  readonly home: string
  readonly send: string
  readonly lead: string
  readonly file: string
  readonly fileHint: string
  /** Looking at what it holds. */
  readonly look: string
  readonly noFile: string
  readonly refused: string
  readonly withdrawn: string
}
