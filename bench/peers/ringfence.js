/** The built ringfence. `look-up STORE ASKED`; it is loaded by its own command. */
import { openRegister } from '../../dist/registers/look-up/register-reader.js';
import { openStore } from '../../dist/store/open-store.js';
import { askedNumbers, timeLookUps } from '../look-ups.js';

const [, path, askedFile] = process.argv.slice(2);
const asked = askedNumbers(askedFile);
timeLookUps(asked, () => {
  const register = openRegister(openStore(path, 'read'), 'tps');
  return (number) => register.listing(number).status === 'listed';
});
