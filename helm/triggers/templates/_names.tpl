{{- define "triggers.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "triggers.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else if contains (include "triggers.name" .) .Release.Name -}}
{{- .Release.Name | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "triggers.name" .) | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "triggers.selector" -}}
app.kubernetes.io/name: {{ include "triggers.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "triggers.labels" -}}
{{ include "triggers.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "triggers.serviceAccount" -}}
{{- default (include "triggers.fullname" .) .Values.serviceAccount.name -}}
{{- end -}}

{{- define "triggers.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ default .Chart.AppVersion .Values.image.tag }}
{{- end -}}
{{- end -}}

{{- define "triggers.port" -}}
{{- .Values.config.telemetry.address | splitList ":" | last -}}
{{- end -}}

{{- define "triggers.workspaceName" -}}
{{- if .Values.workspace.files -}}
{{ include "triggers.fullname" . }}-workspace
{{- else -}}
{{ default (printf "%s-workspace" (include "triggers.fullname" .)) .Values.workspace.configMap }}
{{- end -}}
{{- end -}}

{{- define "triggers.workspacePaths" -}}
{{- if .Values.workspace.files -}}
{{ .Values.workspace.files | keys | sortAlpha | toJson }}
{{- else -}}
{{ .Values.workspace.paths | toJson }}
{{- end -}}
{{- end -}}

{{- define "triggers.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "triggers.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
capabilities: { drop: [ALL] }
seccompProfile: { type: RuntimeDefault }
{{- end -}}
