; What Mostrador adds to electron-builder's one-click installer: the shortcuts carry the ids that Windows knows the
; app's notifications by, and the uninstaller asks whether to keep the shop's data. Plain NSIS 3, no plug-in but System.
; The ids stand in src/shared/app-identity.ts too, and the keychain's accounts in src/shared/settings.ts; a test compares.
!define TOAST_ACTIVATOR_CLSID "{6D1A7C54-3B0E-4F7B-9C0A-2E5D8B41F6A3}"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED_KEY "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

!macro customHeader
  !ifdef BUILD_UNINSTALLER
    Var forgetsData
    LangString keepData ${LANG_ENGLISH} "Keep the orders and settings on this computer?$\r$\n$\r$\nYes: they will be there when you install Mostrador again.$\r$\nNo: orders, settings and saved keys are deleted."
    LangString keepData ${LANG_SPANISHINTERNATIONAL} "¿Conservar los pedidos y los ajustes en esta computadora?$\r$\n$\r$\nSí: estarán ahí cuando instale Mostrador otra vez.$\r$\nNo: se borran los pedidos, los ajustes y las claves guardadas."
  !endif
!macroend

; PKEY_AppUserModel_* of a shortcut: System.AppUserModel.ID is 5 (a string), .ToastActivatorCLSID is 26 (a GUID).
!macro setLinkProperty NUMBER TYPE VALUE
  System::Call '*(&g16 "{9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3}", i ${NUMBER}) p.r3'
  System::Call '*${VALUE} p.r4'
  System::Call '*(&i2 ${TYPE}, &i6 0, p r4, p 0) p.r5'
  System::Call '$2->6(p r3, p r5) i.r6'
  System::Free $3
  System::Free $4
  System::Free $5
!macroend

!macro stampLink LINK
  ${if} ${FileExists} "${LINK}"
    StrCpy $0 0
    StrCpy $1 0
    StrCpy $2 0
    System::Call 'ole32::CoCreateInstance(g "{00021401-0000-0000-C000-000000000046}", p 0, i 1, g "{000214F9-0000-0000-C000-000000000046}", *p .r0) i.r6'
    ${if} $0 P<> 0
      ; IPersistFile: Load is 5, Save is 6
      System::Call '$0->0(g "{0000010B-0000-0000-C000-000000000046}", *p .r1) i.r6'
      ${if} $1 P<> 0
        System::Call '$1->5(w "${LINK}", i 2) i.r6'
        ; IPropertyStore: SetValue is 6, Commit is 7
        System::Call '$0->0(g "{886D8EEB-8CF2-4446-8D02-CDBA1DBDCF99}", *p .r2) i.r6'
        ${if} $2 P<> 0
          !insertmacro setLinkProperty 5 31 '(&w128 "${APP_ID}")'
          !insertmacro setLinkProperty 26 72 '(&g16 "${TOAST_ACTIVATOR_CLSID}")'
          System::Call '$2->7() i.r6'
          System::Call '$2->2()'
        ${endIf}
        System::Call '$1->6(w "${LINK}", i 1) i.r6'
        System::Call '$1->2()'
      ${endIf}
      System::Call '$0->2()'
    ${endIf}
  ${endIf}
!macroend

!macro customInstall
  !insertmacro stampLink "$newStartMenuLink"
  !insertmacro stampLink "$newDesktopLink"
!macroend

; Asked once, before anything is removed: never of an update, never with /S. --delete-app-data answers no beforehand.
!macro customUnInit
  StrCpy $forgetsData "0"
  ${ifNot} ${isUpdated}
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "--delete-app-data" $R1
    ${ifNot} ${Errors}
      StrCpy $forgetsData "1"
    ${else}
      ClearErrors
      ${GetOptions} $R0 "/S" $R1
      ${if} ${Errors}
        ; The installer is silent here in any case; without /SD the question is shown all the same.
        MessageBox MB_YESNO|MB_ICONQUESTION "$(keepData)" IDYES keeps
        StrCpy $forgetsData "1"
        keeps:
      ${endIf}
    ${endIf}
    ClearErrors
  ${endIf}
!macroend

; Windows Credential Manager; 1 is CRED_TYPE_GENERIC. keytar names an entry service/account; when a secret was saved
; stands in an entry of its own, <name>.meta.
!macro forgetSecret NAME
  System::Call 'advapi32::CredDeleteW(w "Mostrador/${NAME}", i 1, i 0) i.r0'
  System::Call 'advapi32::CredDeleteW(w "Mostrador/${NAME}.meta", i 1, i 0) i.r0'
  System::Call 'advapi32::CredDeleteW(w "Mostrador Demo/${NAME}", i 1, i 0) i.r0'
  System::Call 'advapi32::CredDeleteW(w "Mostrador Demo/${NAME}.meta", i 1, i 0) i.r0'
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegValue HKCU "${RUN_KEY}" "${APP_ID}"
    DeleteRegValue HKCU "${APPROVED_KEY}" "${APP_ID}"
    DeleteRegKey HKCU "Software\Classes\CLSID\${TOAST_ACTIVATOR_CLSID}"
    DeleteRegKey HKCU "Software\Classes\AppUserModelId\${APP_ID}"
    ; Where downloaded updates wait.
    RMDir /r "$LOCALAPPDATA\mostrador-updater"
    ${if} $forgetsData == "1"
      !insertmacro forgetSecret "partner-token"
      !insertmacro forgetSecret "partner-client-secret"
      !insertmacro forgetSecret "webhook-secret"
      !insertmacro forgetSecret "webhook-secret-previous"
      !insertmacro forgetSecret "ngrok-token"
      !insertmacro forgetSecret "cloudflared-token"
      !insertmacro forgetSecret "tunnel-token"
      !insertmacro forgetSecret "ssh-private-key"
      !insertmacro forgetSecret "phone-token"
      !insertmacro forgetSecret "till-secret"
      RMDir /r "$APPDATA\${PRODUCT_NAME}"
    ${endIf}
  ${endIf}
!macroend
