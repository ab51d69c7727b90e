/** Edition under which figures of neighbourhoods that nobody published stand, with our identifier as code. */
export const ownEdition = 'own'
