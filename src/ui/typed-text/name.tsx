type Props = { readonly children: string }

/**
 * Something a person typed (a name, a title) in a line with other words: it keeps its own direction and leaves theirs alone. Not
 * needed for what fills a cell, heading or paragraph by itself.
 */
export const Name = ({ children }: Props) => <bdi>{children}</bdi>
