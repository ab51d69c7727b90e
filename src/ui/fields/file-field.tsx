import { controlOf, FieldFrame, type FieldProps } from './field.tsx'

export type FileFieldProps = FieldProps & {
  /** Kinds of file, as the browser knows them: ".csv,text/csv". */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  /** Makes a chosen photo smaller before it is sent (with script). */
  readonly shrinksPhotos?: boolean | undefined
}

/** A file to send; its form needs `encType="multipart/form-data"`. */
export function FileField({ accept, multiple, shrinksPhotos, ...field }: FileFieldProps) {
  return (
    <FieldFrame {...field}>
      <input
        {...controlOf(field)}
        class="control control-file"
        type="file"
        accept={accept}
        multiple={multiple}
        data-shrinks-photos={shrinksPhotos ? '' : undefined}
      />
    </FieldFrame>
  )
}
