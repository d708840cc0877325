/** What a person should know of how a list was read. Words are made where it is told. */

export type ReadingNote =
  /** Neither a byte order mark nor UTF-8: the list was taken to be Windows-1252. */
  | { readonly kind: 'taken-for-windows-1252'; readonly list: string }
  /** The lists of a zip, in order, with the opt-outs that their names imply. */
  | {
      readonly kind: 'read-together';
      readonly lists: readonly { name: string; optOuts: readonly string[] }[];
    }
  /** The name of the list says that everybody in it has opted out. */
  | { readonly kind: 'opted-out-by-name'; readonly list: string; readonly optOuts: readonly string[] }
  /** Lines above the header that were passed over as `--skip-lines` says. */
  | { readonly kind: 'skipped-lines'; readonly list: string; readonly count: number }
  /** Members of a zip that hold no list. */
  | { readonly kind: 'passed-over'; readonly names: readonly string[] }
  /** One sheet of a workbook was read, and others were not. */
  | { readonly kind: 'sheet'; readonly read: string; readonly others: readonly string[] };
