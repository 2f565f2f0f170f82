// Runs before anything is drawn: the chosen theme, and a word for those who open the page as a file.
import { storedChoice } from './choices';

const theme = storedChoice('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

if (location.protocol === 'file:') {
  document.addEventListener('DOMContentLoaded', () => {
    const notice = document.getElementById('opened-as-file');
    if (notice) notice.hidden = false;
  });
}
