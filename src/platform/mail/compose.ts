/** A mail to one person. NOTE never says why in the subject or the text: "there is a message for you". */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string }
