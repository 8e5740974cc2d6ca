/** What an editor may use in a page. `attributes` are all required and plain text. */
export interface AllowedComponent {
  readonly attributes: readonly string[];
  /** Whether words belong between the opening and the closing tag. */
  readonly words: boolean;
}

export const allowedComponents: Readonly<Record<string, AllowedComponent | undefined>> = {
  InShort: { attributes: [], words: true },
  Now: { attributes: [], words: true },
  Who: { attributes: [], words: true },
  Say: { attributes: [], words: true },
  GoodToKnow: { attributes: [], words: true },
  Danger: { attributes: [], words: true },
  Today: { attributes: [], words: true },
  Claim: { attributes: ['source'], words: true },
  Service: { attributes: ['id'], words: false },
  Resource: { attributes: ['id'], words: false },
  Phone: { attributes: ['contact'], words: false },
};
