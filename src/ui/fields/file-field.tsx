import { controlOf, FieldFrame, type FieldProps } from './field.tsx'

export type FileFieldProps = FieldProps & {
  /** Kinds of file, as the browser knows them: ".csv,text/csv". */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
}

/** A file to send; its form needs `encType="multipart/form-data"`. */
export function FileField({ accept, multiple, ...field }: FileFieldProps) {
  return (
    <FieldFrame {...field}>
      <input {...controlOf(field)} class="control control-file" type="file" accept={accept} multiple={multiple} />
    </FieldFrame>
  )
}
