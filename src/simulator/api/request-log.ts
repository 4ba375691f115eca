/** One request from a client to the API. */
export type ApiRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** null: the connection was closed without a response. */
  readonly status: number | null;
  /** Epoch milliseconds when it arrived. */
  readonly at: number;
  readonly ms: number;
};

export type RequestLog = {
  readonly add: (request: ApiRequest) => void;
  /** Oldest first, at most the last 5,000. */
  readonly list: () => readonly ApiRequest[];
  readonly clear: () => void;
};

const SIZE = 5000;

export function createRequestLog(onChange: () => void): RequestLog {
  let requests: ApiRequest[] = [];
  return {
    add: (request) => {
      requests.push(request);
      if (requests.length > SIZE * 1.1) requests = requests.slice(-SIZE);
      onChange();
    },
    list: () => [...requests],
    clear: () => {
      requests = [];
      onChange();
    },
  };
}
