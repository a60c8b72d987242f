/** The parameters of a list that this encoder knows; a format may name some for each encoder of its codec. */
export function parametersFor(_encoder: string, parameters: readonly string[]): readonly string[] {
  return parameters;
}
