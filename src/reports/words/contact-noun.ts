/** What the contact points of a channel are called, and what goes to them. */
import type { Channel } from '../../screening/campaign.js';

/** One of them and several of them. */
export function contactNoun(channel: Channel): readonly [one: string, many: string] {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
    case 'sms':
      return ['number', 'numbers'];
    case 'fax':
      return ['fax number', 'fax numbers'];
    case 'email':
      return ['email address', 'email addresses'];
    case 'post':
      return ['postal address', 'postal addresses'];
    case 'social-dm':
      return ['account', 'accounts'];
  }
}

/** What is sent or made on a channel. */
export function messagesBy(channel: Channel): string {
  switch (channel) {
    case 'live-call':
      return 'live calls';
    case 'automated-call':
      return 'automated calls';
    case 'sms':
      return 'texts';
    case 'email':
      return 'emails';
    case 'fax':
      return 'faxes';
    case 'post':
      return 'letters';
    case 'social-dm':
      return 'direct messages';
  }
}
