/** Fields below each other end and begin on one line. On a narrow page they are as wide as it is. */
export const FIELD_WIDTH = { base: '100%', sm: 240 } as const;
