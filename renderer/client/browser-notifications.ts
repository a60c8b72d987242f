export interface PageNotification {
  readonly title: string;
  readonly body: string;
  readonly onClick: () => void;
}

/** The browser's own notifications, which it shows while its page is not looked at. */
export interface BrowserNotifications {
  permission(): NotificationPermission;
  /** Browsers ask the person only in answer to a click. */
  ask(): Promise<NotificationPermission>;
  show(notification: PageNotification): void;
}

/** null where the browser knows none. */
export function findBrowserNotifications(): BrowserNotifications | null {
  if (!('Notification' in window)) return null;
  return {
    permission: () => Notification.permission,
    ask: () => Notification.requestPermission(),
    show({ title, body, onClick }) {
      const shown = new Notification(title, { body, icon: '/icon.svg' });
      shown.onclick = () => {
        window.focus();
        shown.close();
        onClick();
      };
    },
  };
}
