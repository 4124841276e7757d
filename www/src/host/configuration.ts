/** What a host says of itself, in `host.json` beside the page. */
export interface HostConfiguration {
  /** Where confirmations go; `null`: the page carries them out itself, as a demonstration. */
  endpoint: string | null;
  links: {
    /** Cards and invoices. */
    billingPortal?: string;
    /** Where a member ends a subscription of their own. */
    individualSubscription?: string;
  };
}
