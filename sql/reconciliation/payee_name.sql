-- about: >-
--   every payee of either side with the one name that it is compared by, however it is written: without
--   blanks, brackets and signs, full width as half width, 有限责任公司 as 有限公司, aliases of jobs/codes/payee.yaml and
--   paying_bank.yaml as one; of a person the keyed sign, but what is listed is none, though it was kept as one. is_bank: it
--   is on the county's list of paying banks
with listed as (
  select list, word, code
  from code_word
  where list in ('payee', 'paying_bank')
    and (select year from this_year) between from_year and to_year
), written as (
  select payee as word from chosen_payment
  union
  select payee from chosen_treasury_entry
  union
  select word from listed
), plain as (
  select word,
    case
      when word in (select word from listed) and word ~ '\*~[0-9a-f]{10}$' then word
      when word ~ '\*.*~[0-9a-f]{10}$' then right(word, 11)
      else coalesce(
        nullif(
          replace(
            regexp_replace(
              upper(normalize(word, nfkc)),
              '[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF()\[\]{}<>〔〕【】〖〗《》〈〉「」『』﹝﹞·•・.,，。、;:''"“”‘’`\-‐‑–—―_/\\&+~]+',
              '', 'g'),
            '有限责任公司', '有限公司'),
          ''),
        word)
    end as name
  from written
), alias as (
  select name, min(list || ':' || code) as listed_name, bool_or(list = 'paying_bank') as is_bank
  from listed
  join plain using (word)
  group by name
)
select p.word as payee, coalesce(a.listed_name, p.name) as payee_name, coalesce(a.is_bank, false) as is_bank
from plain p
left join alias a using (name)
