-- Prescribed beside performed: one row for each side of each set, also where the session never came to it.
WITH RECURSIVE number (n) AS (
    VALUES (1)
    UNION ALL
    SELECT n + 1 FROM number WHERE n < 10
),
first AS (
    SELECT session_ref, min(seq) AS seq FROM event_log WHERE kind = 'session_started' GROUP BY session_ref
),
item AS (
    SELECT
        start.seq AS session_seq,
        start.session_ref,
        json_extract(start.payload, '$.lead_side') AS lead_side,
        json_extract(asked.value, '$.item') AS item,
        json_extract(asked.value, '$.exercise') AS exercise,
        json_extract(asked.value, '$.per_side') AS per_side,
        json_extract(asked.value, '$.dose.sets') AS sets,
        json_extract(asked.value, '$.dose.reps') AS asked_reps,
        json_extract(asked.value, '$.dose.work_ms') AS asked_work_ms,
        asked.key AS place
    FROM first
    INNER JOIN event_log AS start ON start.seq = first.seq
    INNER JOIN json_each(start.payload, '$.prescription') AS asked
),
turn (turn) AS (
    VALUES (1), (2)
),
bout AS (
    SELECT
        item.session_seq,
        item.session_ref,
        item.place,
        item.item,
        item.exercise,
        item.asked_reps,
        item.asked_work_ms,
        number.n AS set_no,
        turn.turn,
        CASE
            WHEN NOT item.per_side OR item.lead_side = 'both' THEN 'both'
            WHEN turn.turn = 1 THEN item.lead_side
            WHEN item.lead_side = 'left' THEN 'right'
            ELSE 'left'
        END AS side
    FROM item
    INNER JOIN number ON number.n <= item.sets
    INNER JOIN turn ON turn.turn = 1 OR item.per_side
),
told AS (
    SELECT
        log.session_ref,
        log.kind,
        json_extract(log.payload, '$.bout.item') AS item,
        json_extract(log.payload, '$.bout.exercise') AS exercise,
        json_extract(log.payload, '$.bout.set_no') AS set_no,
        json_extract(log.payload, '$.bout.side') AS side,
        max(log.seq) AS seq
    FROM event_log AS log
    WHERE log.kind IN ('bout_started', 'bout_ended', 'bout_skipped')
    GROUP BY 1, 2, 3, 4, 5, 6
),
outcome AS (
    -- The last work on record stands; a skip counts where no work was done.
    SELECT
        told.session_ref,
        told.kind,
        told.item,
        told.exercise,
        told.set_no,
        told.side,
        told.seq,
        row_number() OVER (
            PARTITION BY told.session_ref, told.item, told.exercise, told.set_no, told.side
            ORDER BY CASE told.kind WHEN 'bout_ended' THEN 1 WHEN 'bout_skipped' THEN 2 ELSE 3 END
        ) AS rank
    FROM told
)
SELECT
    bout.session_seq,
    bout.session_ref,
    bout.place,
    bout.turn,
    bout.item,
    bout.exercise,
    bout.set_no,
    bout.side,
    bout.asked_reps,
    bout.asked_work_ms,
    CASE
        WHEN outcome.kind IS NULL THEN 'not_reached'
        WHEN outcome.kind = 'bout_skipped' THEN 'skipped'
        WHEN outcome.kind = 'bout_started' THEN 'broken_off'
        WHEN json_extract(log.payload, '$.complete') THEN 'done'
        ELSE 'part_done'
    END AS status,
    CASE WHEN reps.seq IS NULL THEN json_extract(log.payload, '$.reps_done') ELSE reps.value END AS reps_done,
    json_extract(log.payload, '$.work_ms') AS work_ms,
    json_extract(log.payload, '$.reason') AS reason
FROM bout
LEFT JOIN outcome
    ON outcome.session_ref = bout.session_ref
    AND outcome.item = bout.item
    AND outcome.exercise = bout.exercise
    AND outcome.set_no = bout.set_no
    AND outcome.side = bout.side
    AND outcome.rank = 1
LEFT JOIN event_log AS log ON log.seq = outcome.seq
LEFT JOIN corrections AS reps ON reps.of_event = log.event_id AND reps.field = 'reps_done'
