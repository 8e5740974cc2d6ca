/** Words that say little by themselves, in Dutch and English; they still count a little, and in pairs. */
const small = new Set(
  (
    'de het een en of in op van voor met bij aan te is ben bent zijn was er ik je jij mijn me mij mn we wij ze zij hij ' +
    'haar hem dat die dit deze om maar als dan ook nog wel uit over tot door wat wie waar hoe kan kun mag moet wil heb ' +
    'hebt heeft had word wordt worden zo al mee heel iemand iets ' +
    'the a an and or on for with at to am are be i you my they she he her him that this it but if then also from by ' +
    'what who where how may can must want have has so do does did someone something im'
  ).split(' '),
);

export const isSmall = (word: string): boolean => small.has(word);
