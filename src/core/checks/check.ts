/** Where in a book something stands: enough for a screen to go there and set the focus on it. */
export interface Place {
  readonly screen: Screen;
  /** Of `metrics` one metric's page, of `tasks` one campaign's page: its id. */
  readonly of?: string;
  /** What to focus there: a record's id, or `id.field`; `conclusion` is the text of the page. Elements carry it as `data-at`. */
  readonly at?: string;
}

export type Screen = 'metrics' | 'benchmarks' | 'tasks' | 'market' | 'team' | 'cost' | 'plan';
