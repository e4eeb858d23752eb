-- order: 15
-- severity: warning
-- left: differing
-- title:
--   zh: 冲销或退回
--   en: Reversal
-- mend:
--   zh: 核对退回原因；台账仍按已支付登记的，登记冲销
--   en: Check why the money was returned. If the register still has it as paid, record the reversal
-- about: >-
--   a negative entry that the records do not have, with the entry that it takes back, of the same payee first:
--   one that it names, that its note names, that has its voucher, that is of its batch, or the only one of its payee
--   and amount, or the only larger one of its payee and project or batch; entries that pay one batch together are one. No entry is taken back beyond its amount
with negative as materialized (
  select e.*, regexp_replace(e.payee, '~[0-9a-f]{10}$', '') as shown_payee
  from entry_left e
  where e.amount < 0
    and not exists (
      select
      from same_reference s
      where s.side = 'entry'
        and s.delivery_id = e.delivery_id
        and s.line = e.line
    )
), candidate as (
  select n.delivery_id, n.line, f.delivery_id as of_delivery, f.line as of_line, 0 as rank
  from negative n
  join entry f on f.voucher = n.reverses
  where f.amount >= -n.amount
  union all
  select n.delivery_id, n.line, f.delivery_id, f.line, 1
  from negative n
  cross join lateral regexp_matches(n.note, '[0-9A-Za-z-]{3,40}', 'g') as word
  join entry f on f.voucher = word[1]
  where f.amount >= -n.amount
  union all
  select n.delivery_id, n.line, f.delivery_id, f.line, 2
  from negative n
  join entry f on f.voucher = n.voucher
  where f.amount >= -n.amount
  union all
  select n.delivery_id, n.line, f.delivery_id, f.line, 3
  from negative n
  join entry f using (batch, source, function_code, document_number)
  where n.batch <> ''
    and f.amount = -n.amount
  union all
  select n.delivery_id, n.line, f.delivery_id, f.line, 4
  from negative n
  join entry f on f.payee_name = n.payee_name and f.amount = -n.amount and f.batch = n.batch
  where f.project_code = n.project_code
    or f.project_code = ''
    or n.project_code = ''
  union all
  select n.delivery_id, n.line, f.delivery_id, f.line, 5
  from negative n
  join entry f
    on f.payee_name = n.payee_name
    and f.project_code = n.project_code
    and (f.batch, f.source, f.function_code, f.document_number)
      = (n.batch, n.source, n.function_code, n.document_number)
  where f.amount > -n.amount
    and f.paid_on <= n.paid_on
    and (n.project_code <> '' or n.batch <> '')
), ranked as (
  select n.*, c.rank, c.of_delivery, c.of_line, f.voucher as of_voucher, f.paid_on as of_day,
    f.amount as of_fen, f.source as of_source, f.content as of_content, m.match,
    min(coalesce(m.match, -c.of_line)) over k = max(coalesce(m.match, -c.of_line)) over k as is_one,
    n.payee <> '' and f.payee <> '' and f.payee_name <> n.payee_name as payee_differs,
    regexp_replace(f.payee, '~[0-9a-f]{10}$', '') as of_payee,
    row_number() over (
      partition by n.delivery_id, n.line
      order by n.payee <> '' and f.payee <> '' and f.payee_name <> n.payee_name, c.rank,
        f.amount <> -n.amount, m.match is not null, f.paid_on > n.paid_on,
        f.paid_on desc, f.delivery_id, f.line
    ) as first
  from candidate c
  join negative n on n.delivery_id = c.delivery_id and n.line = c.line
  join entry f on f.delivery_id = c.of_delivery and f.line = c.of_line
  left join matched_entry m
    on m.year = (select year from this_year)
    and m.delivery_id = f.delivery_id
    and m.line = f.line
  window k as (partition by n.delivery_id, n.line, c.rank)
), chosen as (
  select *,
    sum(-amount) over (
      partition by of_delivery, of_line order by paid_on, delivery_id, line
    ) as taken,
    row_number() over (partition by voucher order by paid_on, delivery_id, line) as nth
  from ranked
  where first = 1
    and (rank <= 3 or is_one)
), reversed as (
  select *, voucher || case when nth > 1 then '~' || nth else '' end as key,
    format('冲销凭证%s（%s，%s元）', of_voucher, of_day, trim_scale(of_fen / 100.0))
      || case
        when payee_differs then format('；收款人：冲销“%s”，被冲销“%s”', shown_payee, of_payee)
        else ''
      end as found,
    case when payee_differs then 'amount payee' else 'amount' end as differs
  from chosen
  where taken <= of_fen
)
select key, amount, paid_on as since, found, differs, source, 'entry' as side,
  'treasury_entry' as register, delivery_id, line, amount as line_amount, content, match
from reversed
union all
select key, amount, paid_on, found, differs, of_source, 'entry',
  'treasury_entry', of_delivery, of_line, of_fen, of_content, match
from reversed
